"""Puts a text file into a program: as a raw string literal that the program includes."""

def embed_text(name, src, out):
    """Writes `src` as a C++ raw string literal to `out`.

    Args:
      name: of the rule.
      src: the text file; it must not contain the closing mark `)garter"`.
      out: the file to include.
    """
    native.genrule(
        name = name,
        srcs = [src],
        outs = [out],
        cmd = "(printf 'R\"garter('; cat $<; printf ')garter\"') > $@",
        message = "Embedding " + src,
    )
