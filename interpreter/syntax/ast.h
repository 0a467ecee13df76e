// The abstract syntax tree: what the parser makes and everybody else reads.
//
// A node is a struct in an Arena: its kind, its position as CPython counts it (lines from 1, columns from 0 in
// bytes of UTF-8), then its fields in the order of the `ast` module. Nodes point to one another by 32-bit
// offsets (NodeRef), lists are {count, items} in the arena, names are interned numbers. Text is never copied
// when it can be referred to where it stands in the source, so the source must outlive the tree.
//
//   NodeRef ──▶ ┌──────┬────────┬─────┬──────────┬─────────┬──────────────┐
//               │ kind │ lineno │ col │ end_line │ end_col │ fields ...   │   20 bytes, then 4 bytes a field
//               └──────┴────────┴─────┴──────────┴─────────┴──────────────┘
//   ListRef ──▶ ┌───────┬────────┬────────┬───
//               │ count │ item 0 │ item 1 │ ...     offset 0: the empty list
//               └───────┴────────┴────────┴───
//
// How to read a tree:
//   switch (ast.Kind(ref)) { case NodeKind::kBinOp: { const auto& node = ast.Get<ast::BinOp>(ref); ... } }
//   ForEachChild(ast, ref, [&](NodeRef child) { ... });       every child node, in the order of the fields
//   VisitFields(ast, ref, visitor);                           every field with its name and category
// The tree can be deep: at most kMaxTreeDepth levels for expressions that nest, but chains such as `a+b+c...`
// and `if/elif` lean to one side without bound. Walk those sides with a loop.
#ifndef GARTER_INTERPRETER_SYNTAX_AST_H_
#define GARTER_INTERPRETER_SYNTAX_AST_H_

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "interpreter/base/arena.h"
#include "interpreter/base/check.h"
#include "interpreter/base/copy_bytes.h"

namespace garter {

enum class NodeKind : uint8_t {
#define GARTER_FIELD(category, sort, name)
#define GARTER_NODE(kind, python_name, sort, positions, fields) k##kind,
#include "interpreter/syntax/ast.def"
};

enum class Sort : uint8_t {
#define GARTER_SORT(sort) k##sort,
#include "interpreter/syntax/ast.def"
};

enum class ExprContext : uint32_t {
#define GARTER_EXPR_CONTEXT(name) k##name,
#include "interpreter/syntax/ast.def"
};
enum class BoolOp : uint32_t {
#define GARTER_BOOL_OP(name, text) k##name,
#include "interpreter/syntax/ast.def"
};
enum class Operator : uint32_t {
#define GARTER_OPERATOR(name, text) k##name,
#include "interpreter/syntax/ast.def"
};
enum class UnaryOp : uint32_t {
#define GARTER_UNARY_OP(name, text) k##name,
#include "interpreter/syntax/ast.def"
};
enum class CmpOp : uint32_t {
#define GARTER_CMP_OP(name, text) k##name,
#include "interpreter/syntax/ast.def"
};

// An interned name: equal names are equal numbers. 0 is no name.
using Identifier = uint32_t;

struct NodeRef {
  uint32_t offset = 0;
  explicit operator bool() const { return offset != 0; }
  bool operator==(const NodeRef&) const = default;
};

struct ListRef {
  uint32_t offset = 0;
  bool operator==(const ListRef&) const = default;
};

// Bytes somewhere: in the source text, or, with the top bit of `size` set, in the arena.
struct TextRef {
  static constexpr uint32_t kInArena = 0x80000000u;
  uint32_t offset = 0;
  uint32_t size = 0;
};

enum class ConstantType : uint8_t { kNone, kTrue, kFalse, kEllipsis, kInt, kFloat, kComplex, kStr, kBytes };

// The value of a literal.
//   kInt      text: the digits in `base` (2, 8, 10, 16) without prefix and underscores, `fits`: AsInt() is the value
//   kFloat    AsDouble();    kComplex  AsDouble() is the imaginary part, the real part is 0
//   kStr      text in UTF-8; lone surrogates (from \ud800) are encoded as three bytes, NULs are bytes like others
//   kBytes    text
struct ConstantValue {
  ConstantType type = ConstantType::kNone;
  uint8_t base = 10;
  bool fits = false;
  uint8_t unused = 0;
  uint32_t bits[2] = {0, 0};  // low half first; two words, so that nothing needs 8-byte alignment
  TextRef text;

  int64_t AsInt() const { return static_cast<int64_t>(uint64_t{bits[1]} << 32 | bits[0]); }
  double AsDouble() const {
    uint64_t raw = uint64_t{bits[1]} << 32 | bits[0];
    double value;
    std::memcpy(&value, &raw, 8);
    return value;
  }
  void SetInt(int64_t value) {
    bits[0] = static_cast<uint32_t>(value);
    bits[1] = static_cast<uint32_t>(static_cast<uint64_t>(value) >> 32);
    fits = true;
  }
  void SetDouble(double value) {
    uint64_t raw;
    std::memcpy(&raw, &value, 8);
    bits[0] = static_cast<uint32_t>(raw);
    bits[1] = static_cast<uint32_t>(raw >> 32);
  }
};
static_assert(sizeof(ConstantValue) == 20 && alignof(ConstantValue) == 4);

// What all nodes begin with. Kinds without positions in CPython's tree have them here too where it is cheap, else 0.
struct Node {
  NodeKind kind;
  uint8_t parenthesised;  // for the parser: the expression stood in parentheses of its own
  uint16_t unused;
  uint32_t lineno;
  uint32_t col_offset;
  uint32_t end_lineno;
  uint32_t end_col_offset;
};
static_assert(sizeof(Node) == 20 && alignof(Node) == 4);

namespace ast {

#define GARTER_STORE_Node(name) NodeRef name;
#define GARTER_STORE_OptionalNode(name) NodeRef name;
#define GARTER_STORE_NodeList(name) ListRef name;
#define GARTER_STORE_OptionalNodeList(name) ListRef name;
#define GARTER_STORE_Identifier(name) Identifier name;
#define GARTER_STORE_OptionalIdentifier(name) Identifier name;
#define GARTER_STORE_IdentifierList(name) ListRef name;
#define GARTER_STORE_Int(name) int32_t name;
#define GARTER_STORE_Context(name) ExprContext name;
#define GARTER_STORE_BoolOp(name) ::garter::BoolOp name;
#define GARTER_STORE_Operator(name) Operator name;
#define GARTER_STORE_UnaryOp(name) ::garter::UnaryOp name;
#define GARTER_STORE_CmpOpList(name) ListRef name;
#define GARTER_STORE_Constant(name) ConstantValue name;
#define GARTER_STORE_StringKind(name) uint32_t name;
#define GARTER_STORE_AlwaysNone(name)
#define GARTER_STORE_AlwaysEmpty(name)
#define GARTER_FIELD(category, sort, name) GARTER_STORE_##category(name)
#define GARTER_NODE(Kind, python_name, sort, positions, fields) \
  struct Kind : Node {                                          \
    static constexpr NodeKind kKind = NodeKind::k##Kind;        \
    fields                                                      \
  };                                                            \
  static_assert(alignof(Kind) == 4);
#include "interpreter/syntax/ast.def"

static_assert(sizeof(Name) == 28 && sizeof(BinOp) == 32 && sizeof(Constant) == 44 && sizeof(Call) == 32);
static_assert(sizeof(Arguments) == 48 && sizeof(FunctionDef) == 44 && sizeof(If) == 32 && sizeof(Pass) == 20);

}  // namespace ast

// What is known of a kind without a node at hand.
struct NodeInfo {
  const char* python_name;
  Sort sort;
  bool has_positions;
  uint8_t size;  // of the struct, in bytes
};

inline constexpr NodeInfo kNodeInfo[] = {
#define GARTER_FIELD(category, sort, name)
#define GARTER_NODE(Kind, python_name, sort, positions, fields) \
  {python_name, Sort::k##sort, positions, sizeof(ast::Kind)},
#include "interpreter/syntax/ast.def"
};
inline constexpr int kNodeKindCount = static_cast<int>(sizeof(kNodeInfo) / sizeof(kNodeInfo[0]));

inline constexpr const char* kOperatorText[] = {
#define GARTER_OPERATOR(name, text) text,
#include "interpreter/syntax/ast.def"
};
inline constexpr const char* kCmpOpText[] = {
#define GARTER_CMP_OP(name, text) text,
#include "interpreter/syntax/ast.def"
};

// A list of the arena seen as an array of T (NodeRef, Identifier or CmpOp). Cheap to copy.
template <typename T>
class ListView {
 public:
  static_assert(sizeof(T) == 4);
  ListView() = default;
  ListView(T* items, uint32_t size) : items_(items), size_(size) {}
  uint32_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  T& operator[](uint32_t i) const {
    DCHECK(i < size_);
    return items_[i];
  }
  T* begin() const { return items_; }
  T* end() const { return items_ + size_; }
  T& back() const { return (*this)[size_ - 1]; }

 private:
  T* items_ = nullptr;
  uint32_t size_ = 0;
};

// The names of a tree, interned: an open-addressing table in the arena that grows by doubling.
class NameTable {
 public:
  // The number of the name; makes it when it is new. `text` must be NFKC-normalised. 0: the arena is full.
  Identifier Intern(Arena& arena, std::string_view text);
  // The same for who knows the hash (HashName in lexer.h) and, with `stays` not null, that `text` lies in the text
  // that begins there and outlives the table: then it is not copied.
  Identifier Intern(Arena& arena, std::string_view text, uint32_t hash, const char* stays);
  // The number of the name if the table has it, else 0.
  Identifier Find(const Arena& arena, std::string_view text) const;
  TextRef At(const Arena& arena, Identifier id) const {
    DCHECK(id != 0 && id <= count_);
    return arena.At<Entry>(entries_)[id - 1].text;
  }
  // Names are numbered 1 to size().
  uint32_t size() const { return count_; }

 private:
  struct Entry {
    TextRef text;
    uint32_t hash;
  };
  static_assert(sizeof(Entry) == 12);
  bool Grow(Arena& arena);
  std::string_view View(const Arena& arena, TextRef ref) const;

  uint32_t entries_ = 0;   // Entry[capacity / 2]
  uint32_t slots_ = 0;     // uint32_t[capacity]: an Identifier or 0
  uint32_t capacity_ = 0;  // a power of two
  uint32_t count_ = 0;
  const char* text_ = nullptr;  // where names outside the arena lie
};

// How deep a tree can be, counted in nodes from the root, leaning chains aside: the parser refuses more.
inline constexpr uint32_t kMaxTreeDepth = 4000;

// A warning of the compiler (always a SyntaxWarning), in the order of discovery. `next` is the offset of the next.
struct SyntaxWarning {
  TextRef message;
  uint32_t lineno;
  uint32_t next;
};
static_assert(sizeof(SyntaxWarning) == 16);

// A tree together with what its numbers refer to. Copying it copies no nodes.
class Ast {
 public:
  Ast() = default;
  Ast(Arena* arena, std::string_view text) : arena_(arena), text_(text) {}

  Arena& arena() const { return *arena_; }
  // The text that was parsed, in UTF-8 with '\n' line ends: the source itself, or its translation in the arena.
  std::string_view text() const { return text_; }
  NodeRef root() const { return root_; }
  void set_root(NodeRef root) { root_ = root; }

  Node& At(NodeRef ref) const { return *arena_->At<Node>(ref.offset); }
  NodeKind Kind(NodeRef ref) const { return At(ref).kind; }
  // REQUIRES: the node is of kind T.
  template <typename T>
  T& Get(NodeRef ref) const {
    DCHECK(At(ref).kind == T::kKind);
    return *arena_->At<T>(ref.offset);
  }
  // Null when the node is of another kind or there is none.
  template <typename T>
  T* GetIf(NodeRef ref) const {
    return ref && At(ref).kind == T::kKind ? arena_->At<T>(ref.offset) : nullptr;
  }

  template <typename T = NodeRef>
  ListView<T> List(ListRef ref) const {
    if (ref.offset == 0) return {};
    uint32_t* at = arena_->At<uint32_t>(ref.offset);
    return {reinterpret_cast<T*>(at + 1), *at};
  }

  std::string_view Text(TextRef ref) const {
    uint32_t size = ref.size & ~TextRef::kInArena;
    return {(ref.size & TextRef::kInArena ? arena_->base() : text_.data()) + ref.offset, size};
  }
  std::string_view Text(Identifier id) const { return Text(names_.At(*arena_, id)); }

  NameTable& names() { return names_; }
  const NameTable& names() const { return names_; }
  // A name that need not occur in the source; 0: the arena is full.
  Identifier Intern(std::string_view text) { return names_.Intern(*arena_, text); }

  // Warnings so far: the offset of the first SyntaxWarning, 0 for none. Follow `next`.
  uint32_t first_warning() const { return first_warning_; }
  // Appends a warning; `message` is copied. False: the arena is full.
  bool AddWarning(std::string_view message, uint32_t lineno);
  // Copies text into the arena. False: the arena is full.
  bool CopyText(std::string_view text, TextRef* ref) const;

  // New nodes and lists, for the parser and for those who change trees. Null / offset 0: the arena is full.
  template <typename T>
  T* New(NodeRef* ref) const {
    T* node = static_cast<T*>(arena_->Allocate(sizeof(T)));
    if (node == nullptr) return nullptr;
    std::memset(static_cast<void*>(node), 0, sizeof(T));
    static_cast<Node*>(node)->kind = T::kKind;  // Constant has a field of that name, too
    ref->offset = arena_->OffsetOf(node);
    return node;
  }
  // False when the arena is full. An empty list is offset 0.
  bool NewList(const uint32_t* items, uint32_t count, ListRef* list) const {
    *list = {};
    if (count == 0) return true;
    uint32_t* at = static_cast<uint32_t*>(arena_->Allocate((size_t{count} + 1) * 4));
    if (at == nullptr) return false;
    *at = count;
    CopyBytes(at + 1, items, size_t{count} * 4);
    list->offset = arena_->OffsetOf(at);
    return true;
  }

 private:
  Arena* arena_ = nullptr;
  std::string_view text_;
  NameTable names_;
  NodeRef root_;
  uint32_t first_warning_ = 0;
  uint32_t last_warning_ = 0;
};

// Calls visitor.Category(name, sort, field) for each field of the node, in order, where Category is the word of
// ast.def (Node, OptionalNode, NodeList, Identifier, Int, ...). `field` is a reference into the node, so that a
// visitor may change it. For AlwaysNone and AlwaysEmpty there is no third argument.
#define GARTER_VISIT_STORED(category, sort, name) visitor.category(#name, Sort::k##sort, node.name);
#define GARTER_VISIT_Node(c, s, n) GARTER_VISIT_STORED(c, s, n)
#define GARTER_VISIT_OptionalNode(c, s, n) GARTER_VISIT_STORED(c, s, n)
#define GARTER_VISIT_NodeList(c, s, n) GARTER_VISIT_STORED(c, s, n)
#define GARTER_VISIT_OptionalNodeList(c, s, n) GARTER_VISIT_STORED(c, s, n)
#define GARTER_VISIT_Identifier(c, s, n) GARTER_VISIT_STORED(c, s, n)
#define GARTER_VISIT_OptionalIdentifier(c, s, n) GARTER_VISIT_STORED(c, s, n)
#define GARTER_VISIT_IdentifierList(c, s, n) GARTER_VISIT_STORED(c, s, n)
#define GARTER_VISIT_Int(c, s, n) GARTER_VISIT_STORED(c, s, n)
#define GARTER_VISIT_Context(c, s, n) GARTER_VISIT_STORED(c, s, n)
#define GARTER_VISIT_BoolOp(c, s, n) GARTER_VISIT_STORED(c, s, n)
#define GARTER_VISIT_Operator(c, s, n) GARTER_VISIT_STORED(c, s, n)
#define GARTER_VISIT_UnaryOp(c, s, n) GARTER_VISIT_STORED(c, s, n)
#define GARTER_VISIT_CmpOpList(c, s, n) GARTER_VISIT_STORED(c, s, n)
#define GARTER_VISIT_Constant(c, s, n) GARTER_VISIT_STORED(c, s, n)
#define GARTER_VISIT_StringKind(c, s, n) GARTER_VISIT_STORED(c, s, n)
#define GARTER_VISIT_AlwaysNone(c, s, n) visitor.AlwaysNone(#n, Sort::k##s);
#define GARTER_VISIT_AlwaysEmpty(c, s, n) visitor.AlwaysEmpty(#n, Sort::k##s);
template <typename Visitor>
void VisitFields(const Ast& tree, NodeRef ref, Visitor&& visitor) {
  switch (tree.Kind(ref)) {
#define GARTER_FIELD(category, sort, name) GARTER_VISIT_##category(category, sort, name)
#define GARTER_NODE(Kind, python_name, sort, positions, fields)  \
  case NodeKind::k##Kind: {                                      \
    [[maybe_unused]] ast::Kind& node = tree.Get<ast::Kind>(ref); \
    fields break;                                                \
  }
#include "interpreter/syntax/ast.def"
  }
}

// Calls fn(NodeRef) for each child node, in the order of the fields; absent children are skipped.
template <typename Fn>
void ForEachChild(const Ast& tree, NodeRef ref, Fn&& fn) {
  struct Children {
    const Ast& tree;
    Fn& fn;
    void Node(const char*, Sort, NodeRef child) { fn(child); }
    void OptionalNode(const char*, Sort, NodeRef child) {
      if (child) fn(child);
    }
    void NodeList(const char*, Sort, ListRef list) {
      for (NodeRef child : tree.List(list)) {
        if (child) fn(child);
      }
    }
    void OptionalNodeList(const char* name, Sort sort, ListRef list) { NodeList(name, sort, list); }
    void Identifier(const char*, Sort, uint32_t) {}
    void OptionalIdentifier(const char*, Sort, uint32_t) {}
    void IdentifierList(const char*, Sort, ListRef) {}
    void Int(const char*, Sort, int32_t) {}
    void Context(const char*, Sort, ExprContext) {}
    void BoolOp(const char*, Sort, ::garter::BoolOp) {}
    void Operator(const char*, Sort, ::garter::Operator) {}
    void UnaryOp(const char*, Sort, ::garter::UnaryOp) {}
    void CmpOpList(const char*, Sort, ListRef) {}
    void Constant(const char*, Sort, const ConstantValue&) {}
    void StringKind(const char*, Sort, uint32_t) {}
    void AlwaysNone(const char*, Sort) {}
    void AlwaysEmpty(const char*, Sort) {}
  };
  VisitFields(tree, ref, Children{tree, fn});
}

}  // namespace garter

#endif  // GARTER_INTERPRETER_SYNTAX_AST_H_
