// A program as text and tree at once: each statement and expression of the tree
// with the range of text it stands in. Mutator and minimiser think in trees and
// cut and paste text, so that a mutated program keeps its layout (an entry of
// the corpus stays readable, and multi-line expressions keep their carets), and
// every edit is one replaced range.
//
// The price is that an edit must be checked by parsing again: brackets around an
// expression belong to no node. Parsing costs microseconds, so callers try and
// throw away.
#ifndef GARTER_FUZZ_SOURCE_TREE_H_
#define GARTER_FUZZ_SOURCE_TREE_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "interpreter/base/arena.h"
#include "interpreter/syntax/ast.h"

namespace garter::fuzz {

struct Site {
  NodeRef node;
  NodeKind kind = NodeKind::kPass;
  Sort sort = Sort::kStmt;
  size_t begin = 0;  // Bytes of the text; a decorated function or class begins at its first `@`.
  size_t end = 0;
  int parent = -1;         // Index of the enclosing site, -1 for the module.
  std::string_view field;  // The parent's field that holds it.
  int index = 0;           // Its place there ...
  int count = 1;           // ... among so many.
  bool stored = false;     // A target: of assignment, deletion, `for`, or `with`.
  bool in_string = false;  // Inside an f-string or t-string.
};

class SourceTree {
 public:
  // Parses `source` as a file. ok() is false if it is no Python, or too large.
  explicit SourceTree(std::string source);

  bool ok() const { return ok_; }
  const std::string& text() const { return text_; }
  const Ast& tree() const { return tree_; }
  // How many nodes of each kind there are, those without a place of their own included.
  const std::vector<size_t>& kind_counts() const { return kind_counts_; }
  // Parents come before their children, siblings in the order of their fields.
  const std::vector<Site>& sites() const { return sites_; }
  std::string Text(const Site& site) const { return text_.substr(site.begin, site.end - site.begin); }

  // The white space that begins the site's line.
  std::string Indent(const Site& site) const;
  // A statement that shares its lines with nothing else.
  bool OwnsLines(const Site& site) const;
  size_t LineBegin(size_t offset) const;  // The first byte of its line.
  size_t LineEnd(size_t offset) const;    // Behind its newline, or the end.

  // The text with [begin, end) replaced.
  std::string Replaced(size_t begin, size_t end, std::string_view with) const;

 private:
  void Collect();
  size_t Offset(uint32_t line, uint32_t column) const;

  bool ok_ = false;
  std::string source_;
  std::string text_;  // As parsed: in UTF-8, with '\n' line ends.
  std::unique_ptr<uint64_t[]> memory_;
  std::unique_ptr<Arena> arena_;
  Ast tree_;
  std::vector<size_t> lines_;
  std::vector<Site> sites_;
  std::vector<size_t> kind_counts_;
};

// True if the text is a Python program, as far as the parser knows.
bool Parses(const std::string& source);

// The same, and as far as the symbol table knows: no `return` outside of a function, no `nonlocal` without a variable.
bool Compiles(const std::string& source);

// `text` with each line's indentation `from` replaced by `to`.
std::string Reindent(const std::string& text, const std::string& from, const std::string& to);

}  // namespace garter::fuzz

#endif  // GARTER_FUZZ_SOURCE_TREE_H_
