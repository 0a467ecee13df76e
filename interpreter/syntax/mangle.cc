#include "interpreter/syntax/mangle.h"

#include <algorithm>

#include "interpreter/syntax/arena_vector.h"

namespace garter {
namespace {

bool IsPrivate(std::string_view name) {
  return name.size() > 2 && name.starts_with("__") && !name.ends_with("__") && name.find('.') == std::string_view::npos;
}

struct Work {
  NodeRef node;
  Identifier cls;
};

// Mangles the identifiers of one node.
struct Mangler {
  Ast& tree;
  uint32_t cls;
  bool good = true;

  void Change(uint32_t& name) {
    if (name == 0) return;
    uint32_t mangled = Mangled(tree, cls, name);
    good = good && mangled != 0;
    if (mangled != 0) name = mangled;
  }
  void Node(const char*, Sort, NodeRef) {}
  void OptionalNode(const char*, Sort, NodeRef) {}
  void NodeList(const char*, Sort, ListRef) {}
  void OptionalNodeList(const char*, Sort, ListRef) {}
  void Identifier(const char*, Sort, uint32_t& name) { Change(name); }
  void OptionalIdentifier(const char*, Sort, uint32_t& name) { Change(name); }
  void IdentifierList(const char*, Sort, ListRef list) {
    for (uint32_t& name : tree.List<uint32_t>(list)) Change(name);
  }
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

// Names that are texts of their own: of definitions (see the header), keywords of calls, modules.
bool KeepsNames(NodeKind kind) {
  switch (kind) {
    case NodeKind::kFunctionDef:
    case NodeKind::kAsyncFunctionDef:
    case NodeKind::kClassDef:
    case NodeKind::kKeyword:
    case NodeKind::kImportFrom:
      return true;
    default:
      return false;
  }
}

bool HasPrivateName(const Ast& tree) {
  for (Identifier name = 1; name <= tree.names().size(); ++name) {
    if (IsPrivate(tree.Text(name))) return true;
  }
  return false;
}

}  // namespace

Identifier Mangled(Ast& tree, Identifier cls, Identifier name) {
  if (cls == 0 || name == 0 || !IsPrivate(tree.Text(name))) return name;
  std::string_view text = tree.Text(name), owner = tree.Text(cls);
  owner.remove_prefix(std::min(owner.find_first_not_of('_'), owner.size()));
  if (owner.empty()) return name;
  size_t size = 1 + owner.size() + text.size();
  char* at = static_cast<char*>(tree.arena().Allocate(size));
  if (at == nullptr) return 0;
  at[0] = '_';
  CopyBytes(at + 1, owner.data(), owner.size());
  CopyBytes(at + 1 + owner.size(), text.data(), text.size());
  return tree.Intern({at, size});
}

bool MangleNames(Ast& tree, Meter& meter) {
  if (!meter.Charge(tree.names().size() >> 4)) return false;
  if (!HasPrivateName(tree)) return true;
  ArenaVector<Work> work;
  bool good = work.Push(tree.arena(), {tree.root(), 0});
  while (good && work.size() > 0) {
    Work at = work[work.size() - 1];
    work.Truncate(work.size() - 1);
    if (!meter.Charge(1)) return false;
    if (at.cls != 0 && !KeepsNames(tree.Kind(at.node))) {
      Mangler mangler{tree, at.cls};
      VisitFields(tree, at.node, mangler);
      good = mangler.good;
    }
    auto* definition = tree.GetIf<ast::ClassDef>(at.node);
    if (definition == nullptr) {
      ForEachChild(tree, at.node, [&](NodeRef child) { good = good && work.Push(tree.arena(), {child, at.cls}); });
      continue;
    }
    auto push = [&](ListRef list, Identifier cls) {
      for (NodeRef child : tree.List(list)) good = good && work.Push(tree.arena(), {child, cls});
    };
    push(definition->bases, at.cls);
    push(definition->keywords, at.cls);
    push(definition->decorator_list, at.cls);
    push(definition->type_params, definition->name);
    push(definition->body, definition->name);
  }
  return good ? true : meter.Stop(LimitKind::kMemory);
}

}  // namespace garter
