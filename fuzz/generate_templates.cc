// t-strings: templates with values, conversions and specifications; functions that render them; what templates and
// interpolations tell of themselves.
#include "fuzz/program_builder.h"

namespace garter::fuzz {
namespace {

const char kRenderer[] = R"(
def render_$1(template_):
    pieces_ = []
    for part_ in template_:
        if isinstance(part_, str):
            pieces_.append(part_)
        else:
            val_ = part_.value
            if part_.conversion:
                val_ = {'r': repr, 's': str, 'a': ascii}[part_.conversion](val_)
            $?pieces_.append('<')
            pieces_.append(format(val_, part_.format_spec))
    return ''.join(pieces_)
)";

const char* const kProtocols[] = {
    R"(
$1 = t'one {($v)} two {($v)!r:>{$p + 3}} {($i)=}{($s)!a}'
print($1.strings, $1.values, [(part_.expression, part_.conversion, part_.format_spec) for part_ in $1.interpolations])
print(type($1).__name__, [type(part_).__name__ for part_ in $1], len(list($1)), $1.interpolations[0].value == $1.values[0])
print(repr($1))
)",
    R"(
$1 = t'{$n}' t'-{$q}' + t'{($v)}!'
print($1.strings, $1.values, ($1 + $1).strings, repr(t''), repr(t'a' t'b'), t'{{}}'.strings)
for bad in (lambda: $1 + 'text', lambda: 'text' + $1, lambda: str($1) and $1 + $n, lambda: $1[0], lambda: len($1), lambda: setattr($1, 'strings', ())):
    try:
        print(bad())
    except (TypeError, AttributeError) as err:
        print(type(err).__name__, err)
print($1 == $1, t'a' == t'a', bool(t''), isinstance($1, str))
)",
    R"(
def $1(arg, *more):
    inner = t'{arg} and {more!r}'
    return t'[{inner}|{(lambda: arg)()}|{t"{arg:{len(more)}}"}]'
$2 = $1($v, $v)
print([type(val_).__name__ for val_ in $2.values], $2.values[0].values, [part_.expression for part_ in $2.interpolations])
print([(part_.value, part_.expression) if not isinstance(part_, str) else part_ for part_ in $2.values[0]])
match $2.interpolations[1]:
    case object(value=val_, expression=str(text_), conversion=None):
        print(val_, text_)
)",
    R"(
log_of = []
def $1(arg):
    log_of.append(arg)
    return arg
$2 = t'{$1($v)} {$1($n):{$1("x")}} {$1($q)!r}' if $b else t'{$1(1)}'
print(log_of, [(part_.value, part_.format_spec) for part_ in $2.interpolations])
print([t'{num}{num * $n}'.values for num in range($p)], (lambda key_: t'{key_}'.values)($v))
$3 = rt'\{$n}\n'
print($3.strings, f'{t"{$n}".values}', t'{f"{$n}"}'.values, t'''{($v)!s:}'''.interpolations[0].format_spec == '')
)",
};

}  // namespace

void ProgramBuilder::WriteRenderer() {
  TemplateNames names;
  Write(kRenderer, &names);
  renderer_ = "render_" + names['1'];
}

std::string ProgramBuilder::TemplateText(int depth) {
  std::string text = FStringText(depth);
  text[0] = 't';
  return text;
}

void ProgramBuilder::TemplateStatement() {
  switch (random_.Weighted({35, 20, 45})) {
    case 0:
      return Line("print(" + renderer_ + "(" + TemplateText(2) + "))");
    case 1: {
      std::string text = TemplateText(2);
      return Line("print(" + text + random_.Pick({".strings)", ".values)", ".interpolations)"}));
    }
    default:
      return Write(kProtocols[random_.Below(std::size(kProtocols))]);
  }
}

Expr ProgramBuilder::TryTemplate(int depth) {
  if (renderer_.empty() || literals_only_) return {};
  Charge(6);
  return Expr{renderer_ + "(" + TemplateText(depth - 1) + ")", kPrimary, StrType(0, 4000), true};
}

}  // namespace garter::fuzz
