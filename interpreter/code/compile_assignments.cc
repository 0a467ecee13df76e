// Assignments. The value is evaluated first, then each target from left to right, as CPython has it.
#include "interpreter/code/compilation.h"

namespace garter {

namespace {

bool HasStarred(const Ast& tree, ListView<NodeRef> list) {
  for (NodeRef ref : list) {
    if (tree.Kind(ref) == NodeKind::kStarred) return true;
  }
  return false;
}

bool SequenceElements(const Ast& tree, NodeRef ref, ListRef* elements) {
  if (auto* tuple = tree.GetIf<ast::Tuple>(ref)) return *elements = tuple->elts, true;
  if (auto* list = tree.GetIf<ast::List>(ref)) return *elements = list->elts, true;
  return false;
}

}  // namespace

void Compiler::Assign(const ast::Assign& node) {
  auto targets = tree_.List(node.targets);
  if (targets.size() > 1) {
    uint32_t value = emit_.Temporary();
    Into(node.value, value);
    for (NodeRef target : targets) Store(target, value);
    return;
  }
  AssignOne(targets[0], node.value);
}

void Compiler::AssignOne(NodeRef target, NodeRef value) {
  uint32_t variable = VariableTarget(target);
  if (variable != kNoRegister) {
    Into(value, variable);
    return SetAssigned(scopes_.Find(tree_.Get<ast::Name>(target).id));
  }
  ListRef targets, values;
  if (SequenceElements(tree_, target, &targets) && SequenceElements(tree_, value, &values) &&
      AssignPairwise(targets, values)) {
    return;
  }
  Store(target, Operand(value, target));
}

// `a, b = b, a`: no tuple is made. False: the shapes do not match and nothing was done.
bool Compiler::AssignPairwise(ListRef target_list, ListRef value_list) {
  auto targets = tree_.List(target_list);
  auto values = tree_.List(value_list);
  constexpr uint32_t kMostPairs = 16;
  if (targets.size() != values.size() || targets.size() > kMostPairs || targets.empty()) return false;
  if (HasStarred(tree_, targets) || HasStarred(tree_, values)) return false;
  uint32_t registers[kMostPairs];
  for (uint32_t i = 0; i < values.size() && !stopped(); ++i) {
    registers[i] = kNoRegister;
    uint32_t variable = VariableTarget(values[i]);
    // A variable stays where it is unless something bound before its turn could be that variable.
    bool must_copy = false;
    if (variable != kNoRegister) {
      bool has_walrus = scopes_.Find(tree_.Get<ast::Name>(values[i]).id).Has(Symbol::kWalrus);
      for (uint32_t k = i + 1; k < values.size(); ++k) must_copy |= has_walrus && MayRebind(values[k]);
      for (uint32_t k = 0; k < i; ++k) {
        NodeKind kind = tree_.Kind(targets[k]);
        bool is_sequence = kind == NodeKind::kTuple || kind == NodeKind::kList;
        must_copy |= is_sequence || VariableTarget(targets[k]) == variable || (has_walrus && MayRebind(targets[k]));
      }
    }
    if (must_copy) {
      registers[i] = emit_.Temporary();
      Into(values[i], registers[i]);
    } else {
      registers[i] = Operand(values[i]);
    }
  }
  for (uint32_t i = 0; i < targets.size() && !stopped(); ++i) Store(targets[i], registers[i]);
  return true;
}

void Compiler::AnnotatedAssign(const ast::AnnAssign& node) {
  if (node.value) {
    AssignOne(node.target, node.value);
    return NoteAnnotation(node);
  }
  NoteAnnotation(node);
  // Without a value CPython still evaluates what the target stands on.
  if (auto* attribute = tree_.GetIf<ast::Attribute>(node.target)) Operand(attribute->value);
  if (auto* subscript = tree_.GetIf<ast::Subscript>(node.target)) {
    Operand(subscript->value);
    Operand(subscript->slice);
  }
}

// REQUIRES: what evaluating the target can rebind does not include the variable in `reg`.
void Compiler::Store(NodeRef target, uint32_t reg) {
  if (!Enter()) return Leave();
  const Node& node = tree_.At(target);
  uint32_t mark = emit_.top();
  ListRef elements;
  if (auto* name = tree_.GetIf<ast::Name>(target)) {
    StoreName(name->id, reg);
  } else if (auto* attribute = tree_.GetIf<ast::Attribute>(target)) {
    uint32_t object = Operand(attribute->value);
    AtAttribute(node, *attribute);
    AttributeAccess(Opcode::kSTORE_ATTRIBUTE, object, reg, *attribute);
  } else if (auto* subscript = tree_.GetIf<ast::Subscript>(target)) {
    uint32_t container = Operand(subscript->value, subscript->slice);
    uint32_t index = Operand(subscript->slice);
    emit_.At(node);
    emit_.Emit(Opcode::kSTORE_SUBSCRIPT, container, index, reg);
  } else if (auto* starred = tree_.GetIf<ast::Starred>(target)) {
    Store(starred->value, reg);
  } else if (SequenceElements(tree_, target, &elements)) {
    Unpack(node, elements, reg);
  }
  emit_.Release(mark);
  Leave();
}

// Whether the targets are variables in registers one after another: UNPACK may write them itself.
bool Compiler::AreNeighbours(ListView<NodeRef> targets) const {
  if (targets.empty()) return false;
  uint32_t first = VariableTarget(targets[0]);
  for (uint32_t i = 0; i < targets.size(); ++i) {
    uint32_t variable = VariableTarget(targets[i]);
    if (variable == kNoRegister || variable != first + i) return false;
  }
  return true;
}

void Compiler::Unpack(const Node& node, ListRef elements, uint32_t reg) {
  auto targets = tree_.List(elements);
  uint32_t starred = targets.size();
  for (uint32_t i = 0; i < targets.size(); ++i) {
    if (tree_.Kind(targets[i]) == NodeKind::kStarred) starred = i;
  }
  emit_.At(node);
  if (starred == targets.size() && AreNeighbours(targets)) {
    emit_.Emit(Opcode::kUNPACK, VariableTarget(targets[0]), reg, targets.size());
    for (NodeRef target : targets) SetAssigned(scopes_.Find(tree_.Get<ast::Name>(target).id));
    return;
  }
  uint32_t first = emit_.Temporaries(targets.empty() ? 1 : targets.size());
  emit_.Release(first);
  if (starred == targets.size()) {
    emit_.Emit(Opcode::kUNPACK, first, reg, targets.size());
  } else {
    emit_.Emit(Opcode::kUNPACK_STAR, first, reg);
    emit_.Extend(static_cast<uint16_t>(starred), targets.size() - starred - 1);
  }
  if (!targets.empty()) emit_.Temporaries(targets.size());
  for (uint32_t i = 0; i < targets.size() && !stopped(); ++i) Store(targets[i], first + i);
}

void Compiler::AugmentedAssign(const ast::AugAssign& node) {
  Location here = emit_.location();
  if (auto* name = tree_.GetIf<ast::Name>(node.target)) {
    uint32_t variable = VariableTarget(node.target);
    uint32_t left = OperandVia(node.target, kNoRegister, node.value);
    uint32_t result = variable != kNoRegister ? variable : left;
    emit_.At(here);
    Binary(node.op, true, result, left, node.value, kNoRegister);
    return StoreName(name->id, result);
  }
  if (auto* attribute = tree_.GetIf<ast::Attribute>(node.target)) {
    uint32_t object = Operand(attribute->value, node.value);
    uint32_t value = emit_.Temporary();
    AtAttribute(*attribute, *attribute);
    AttributeAccess(Opcode::kLOAD_ATTRIBUTE, value, object, *attribute);
    emit_.At(here);
    Binary(node.op, true, value, value, node.value, kNoRegister);
    AtAttribute(*attribute, *attribute);
    return AttributeAccess(Opcode::kSTORE_ATTRIBUTE, object, value, *attribute);
  }
  auto& subscript = tree_.Get<ast::Subscript>(node.target);
  uint32_t container = Operand(subscript.value, MayRebind(subscript.slice) ? subscript.slice : node.value);
  uint32_t index = Operand(subscript.slice, node.value);
  uint32_t value = emit_.Temporary();
  emit_.At(subscript);
  emit_.Emit(Opcode::kSUBSCRIPT, value, container, index);
  emit_.At(here);
  Binary(node.op, true, value, value, node.value, kNoRegister);
  emit_.At(subscript);
  emit_.Emit(Opcode::kSTORE_SUBSCRIPT, container, index, value);
}

}  // namespace garter
