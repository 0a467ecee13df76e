// The tree as text. One visitor over the fields of a node; everything it says derives from ast.def.
#include "interpreter/syntax/dump.h"

#include "interpreter/syntax/literals.h"

namespace garter {
namespace {

constexpr int kMaxLevels = 20000;

constexpr const char* kContextNames[] = {
#define GARTER_EXPR_CONTEXT(name) #name,
#include "interpreter/syntax/ast.def"
};
constexpr const char* kBoolOpNames[] = {
#define GARTER_BOOL_OP(name, text) #name,
#include "interpreter/syntax/ast.def"
};
constexpr const char* kOperatorNames[] = {
#define GARTER_OPERATOR(name, text) #name,
#include "interpreter/syntax/ast.def"
};
constexpr const char* kUnaryOpNames[] = {
#define GARTER_UNARY_OP(name, text) #name,
#include "interpreter/syntax/ast.def"
};
constexpr const char* kCmpOpNames[] = {
#define GARTER_CMP_OP(name, text) #name,
#include "interpreter/syntax/ast.def"
};

class Dumper {
 public:
  Dumper(const Ast& tree, int indent, TextWriter& out) : tree_(tree), indent_(indent), out_(out) {}

  bool Dump(NodeRef ref) {
    if (++level_ > kMaxLevels) return false;
    const NodeInfo& info = kNodeInfo[static_cast<int>(tree_.Kind(ref))];
    out_.Append(info.python_name);
    out_.Append('(');
    Fields fields{*this};
    VisitFields(tree_, ref, fields);
    if (indent_ == 0 && info.has_positions) {
      const Node& node = tree_.At(ref);
      fields.Begin("lineno");
      out_.AppendNumber(node.lineno);
      fields.Begin("col_offset");
      out_.AppendNumber(node.col_offset);
      fields.Begin("end_lineno");
      out_.AppendNumber(node.end_lineno);
      fields.Begin("end_col_offset");
      out_.AppendNumber(node.end_col_offset);
    }
    out_.Append(')');
    --level_;
    return fields.complete;
  }

 private:
  void Separate(bool first) {
    if (!first) out_.Append(indent_ == 0 ? ", " : ",");
    if (indent_ == 0) return;
    out_.Append('\n');
    for (int i = 0; i < level_ * indent_; ++i) out_.Append(' ');
  }

  // Writes one field after another; None and empty lists are left out, as ast.dump does.
  struct Fields {
    Dumper& dumper;
    bool first = true;
    bool complete = true;

    void Begin(const char* name) {
      dumper.Separate(first);
      first = false;
      dumper.out_.Append(name);
      dumper.out_.Append('=');
    }
    template <typename T, typename Item>
    void Items(const char* name, ListRef list, Item item) {
      auto items = dumper.tree_.List<T>(list);
      if (items.empty()) return;
      Begin(name);
      dumper.out_.Append('[');
      ++dumper.level_;
      bool first_item = true;
      for (T value : items) {
        dumper.Separate(first_item);
        first_item = false;
        item(value);
      }
      --dumper.level_;
      dumper.out_.Append(']');
    }
    void Named(const char* name, const char* value) {
      Begin(name);
      dumper.out_.Append(value);
      dumper.out_.Append("()");
    }

    void Node(const char* name, Sort, NodeRef child) {
      Begin(name);
      if (complete) complete = dumper.Dump(child);
    }
    void OptionalNode(const char* name, Sort sort, NodeRef child) {
      if (child) Node(name, sort, child);
    }
    void NodeList(const char* name, Sort, ListRef list) {
      Items<NodeRef>(name, list, [this](NodeRef child) {
        if (!child)
          dumper.out_.Append("None");
        else if (complete)
          complete = dumper.Dump(child);
      });
    }
    void OptionalNodeList(const char* name, Sort sort, ListRef list) { NodeList(name, sort, list); }
    void Identifier(const char* name, Sort, uint32_t id) {
      Begin(name);
      WriteStrRepr(dumper.tree_.Text(id), dumper.out_);
    }
    void OptionalIdentifier(const char* name, Sort sort, uint32_t id) {
      if (id != 0) Identifier(name, sort, id);
    }
    void IdentifierList(const char* name, Sort, ListRef list) {
      Items<uint32_t>(name, list, [this](uint32_t id) { WriteStrRepr(dumper.tree_.Text(id), dumper.out_); });
    }
    void Int(const char* name, Sort, int32_t value) {
      Begin(name);
      dumper.out_.AppendNumber(value);
    }
    void Context(const char* name, Sort, ExprContext value) { Named(name, kContextNames[static_cast<int>(value)]); }
    void BoolOp(const char* name, Sort, ::garter::BoolOp value) { Named(name, kBoolOpNames[static_cast<int>(value)]); }
    void Operator(const char* name, Sort, ::garter::Operator value) {
      Named(name, kOperatorNames[static_cast<int>(value)]);
    }
    void UnaryOp(const char* name, Sort, ::garter::UnaryOp value) {
      Named(name, kUnaryOpNames[static_cast<int>(value)]);
    }
    void CmpOpList(const char* name, Sort, ListRef list) {
      Items<uint32_t>(name, list, [this](uint32_t op) {
        dumper.out_.Append(kCmpOpNames[op]);
        dumper.out_.Append("()");
      });
    }
    void Constant(const char* name, Sort, const ConstantValue& value) {
      Begin(name);
      if (complete) complete = WriteConstantRepr(dumper.tree_, value, dumper.out_);
    }
    void StringKind(const char* name, Sort, uint32_t kind) {
      if (kind == 0) return;
      Begin(name);
      dumper.out_.Append("'u'");
    }
    void AlwaysNone(const char*, Sort) {}
    void AlwaysEmpty(const char*, Sort) {}
  };

  const Ast& tree_;
  int indent_;
  TextWriter& out_;
  int level_ = 0;
};

}  // namespace

bool WriteDump(const Ast& tree, int indent, WriteText write, void* context) {
  TextWriter out(write, context);
  bool complete = Dumper(tree, indent, out).Dump(tree.root());
  out.Append('\n');
  out.Flush();
  return complete;
}

}  // namespace garter
