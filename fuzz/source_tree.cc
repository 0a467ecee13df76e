// Finds the text range of every node; see source_tree.h.
#include "fuzz/source_tree.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "interpreter/base/meter.h"
#include "interpreter/syntax/parser.h"
#include "interpreter/syntax/scopes.h"

namespace garter::fuzz {
namespace {

constexpr size_t kMaxSource = size_t{1} << 20;

// Visits the fields of a node and lists its children with their places.
struct Children {
  struct Child {
    NodeRef node;
    std::string_view field;
    int index;
    int count;
  };
  const Ast& tree;
  std::vector<Child> found;
  ExprContext context = ExprContext::kLoad;

  void Node(const char* name, Sort, NodeRef child) { found.push_back({child, name, 0, 1}); }
  void OptionalNode(const char* name, Sort sort, NodeRef child) {
    if (child) Node(name, sort, child);
  }
  void NodeList(const char* name, Sort, ListRef list) {
    ListView<NodeRef> items = tree.List(list);
    for (uint32_t i = 0; i < items.size(); ++i) {
      if (items[i]) found.push_back({items[i], name, static_cast<int>(i), static_cast<int>(items.size())});
    }
  }
  void OptionalNodeList(const char* name, Sort sort, ListRef list) { NodeList(name, sort, list); }
  void Identifier(const char*, Sort, uint32_t) {}
  void OptionalIdentifier(const char*, Sort, uint32_t) {}
  void IdentifierList(const char*, Sort, ListRef) {}
  void Int(const char*, Sort, int32_t) {}
  void Context(const char*, Sort, ExprContext value) { context = value; }
  void BoolOp(const char*, Sort, ::garter::BoolOp) {}
  void Operator(const char*, Sort, ::garter::Operator) {}
  void UnaryOp(const char*, Sort, ::garter::UnaryOp) {}
  void CmpOpList(const char*, Sort, ListRef) {}
  void Constant(const char*, Sort, const ConstantValue&) {}
  void StringKind(const char*, Sort, uint32_t) {}
  void AlwaysNone(const char*, Sort) {}
  void AlwaysEmpty(const char*, Sort) {}
};

ListRef DecoratorsOf(const Ast& tree, NodeRef node) {
  if (const auto* function = tree.GetIf<ast::FunctionDef>(node)) return function->decorator_list;
  if (const auto* coroutine = tree.GetIf<ast::AsyncFunctionDef>(node)) return coroutine->decorator_list;
  if (const auto* type = tree.GetIf<ast::ClassDef>(node)) return type->decorator_list;
  return {};
}

// As much as a program of that size needs. Pages that are never touched cost nothing.
size_t WordsFor(const std::string& source) { return source.size() * 32 + (size_t{1} << 17); }

}  // namespace

SourceTree::SourceTree(std::string source) : source_(std::move(source)) {
  if (source_.size() > kMaxSource) return;
  // Generous: a node takes some 40 bytes and at least one of text.
  size_t words = WordsFor(source_);
  memory_.reset(new uint64_t[words]);
  arena_ = std::make_unique<Arena>(memory_.get(), words * 8);
  Meter meter;
  ParseResult result = Parse(*arena_, meter, source_);
  if (result.status != ParseStatus::kOk) return;
  tree_ = result.tree;
  text_ = std::string(tree_.text());
  ok_ = true;
  lines_.push_back(0);
  for (size_t i = 0; i < text_.size(); ++i) {
    if (text_[i] == '\n') lines_.push_back(i + 1);
  }
  Collect();
}

size_t SourceTree::Offset(uint32_t line, uint32_t column) const {
  if (line == 0 || line > lines_.size()) return text_.size();
  return std::min(lines_[line - 1] + column, text_.size());
}

void SourceTree::Collect() {
  kind_counts_.assign(kNodeKindCount, 0);
  ++kind_counts_[static_cast<size_t>(tree_.Kind(tree_.root()))];
  struct Work {
    NodeRef node;
    Site site;
  };
  std::vector<Work> stack;
  auto push_children = [&](NodeRef node, int parent, bool in_string) {
    Children children{tree_, {}};
    VisitFields(tree_, node, children);
    for (size_t i = children.found.size(); i-- > 0;) {
      const Children::Child& child = children.found[i];
      Site site;
      site.node = child.node;
      site.kind = tree_.Kind(child.node);
      site.sort = kNodeInfo[static_cast<int>(site.kind)].sort;
      site.parent = parent;
      site.field = child.field;
      site.index = child.index;
      site.count = child.count;
      site.in_string = in_string;
      stack.push_back({child.node, site});
    }
    return children.context != ExprContext::kLoad;
  };
  push_children(tree_.root(), -1, false);
  while (!stack.empty()) {
    Work work = stack.back();
    stack.pop_back();
    Site site = work.site;
    ++kind_counts_[static_cast<size_t>(site.kind)];
    const Node& node = tree_.At(work.node);
    int index = static_cast<int>(sites_.size());
    bool placed = kNodeInfo[static_cast<int>(site.kind)].has_positions;
    bool in_string = site.in_string || site.kind == NodeKind::kJoinedStr || site.kind == NodeKind::kTemplateStr;
    if (!placed) {
      push_children(work.node, site.parent, in_string);
      continue;
    }
    site.begin = Offset(node.lineno, node.col_offset);
    site.end = Offset(node.end_lineno, node.end_col_offset);
    for (NodeRef decorator : tree_.List<NodeRef>(DecoratorsOf(tree_, work.node))) {
      const Node& first = tree_.At(decorator);
      size_t at = text_.rfind('@', Offset(first.lineno, first.col_offset));
      if (at != std::string::npos) site.begin = std::min(site.begin, at);
    }
    sites_.push_back(site);
    bool stored = push_children(work.node, index, in_string);
    sites_[static_cast<size_t>(index)].stored = stored;
  }
}

std::string SourceTree::Indent(const Site& site) const {
  size_t begin = LineBegin(site.begin);
  size_t end = text_.find_first_not_of(" \t", begin);
  return text_.substr(begin, std::min(end, site.begin) - begin);
}

size_t SourceTree::LineBegin(size_t offset) const {
  size_t newline = offset == 0 ? std::string::npos : text_.rfind('\n', offset - 1);
  return newline == std::string::npos ? 0 : newline + 1;
}

size_t SourceTree::LineEnd(size_t offset) const {
  size_t newline = text_.find('\n', offset);
  return newline == std::string::npos ? text_.size() : newline + 1;
}

bool SourceTree::OwnsLines(const Site& site) const {
  size_t line = LineBegin(site.begin);
  if (text_.find_first_not_of(" \t", line) != site.begin) return false;
  size_t next = text_.find_first_not_of(" \t", site.end);
  return next == std::string::npos || text_[next] == '\n' || text_[next] == '#';
}

std::string SourceTree::Replaced(size_t begin, size_t end, std::string_view with) const {
  std::string out = text_.substr(0, begin);
  out += with;
  out += text_.substr(end);
  return out;
}

bool Parses(const std::string& source) {
  if (source.size() > kMaxSource) return false;
  size_t words = WordsFor(source);
  std::unique_ptr<uint64_t[]> memory(new uint64_t[words]);
  Arena arena(memory.get(), words * 8);
  Meter meter;
  return Parse(arena, meter, source).status == ParseStatus::kOk;
}

bool Compiles(const std::string& source) {
  if (source.size() > kMaxSource) return false;
  size_t words = WordsFor(source) * 2;
  std::unique_ptr<uint64_t[]> memory(new uint64_t[words]);
  Arena arena(memory.get(), words * 8);
  Meter meter;
  ParseResult result = Parse(arena, meter, source);
  if (result.status != ParseStatus::kOk) return false;
  uint8_t supported[kNodeKindCount];
  std::fill(std::begin(supported), std::end(supported), uint8_t{1});
  ScopeTable table(result.tree);
  return BuildScopes(result.tree, meter, supported, table).status == ScopeStatus::kOk;
}

std::string Reindent(const std::string& text, const std::string& from, const std::string& to) {
  std::string out;
  size_t begin = 0;
  while (begin < text.size()) {
    size_t end = text.find('\n', begin);
    end = end == std::string::npos ? text.size() : end + 1;
    std::string line = text.substr(begin, end - begin);
    // The first line of a site begins behind its indentation.
    if (begin > 0 && line.starts_with(from)) line = to + line.substr(from.size());
    out += line;
    begin = end;
  }
  return out;
}

}  // namespace garter::fuzz
