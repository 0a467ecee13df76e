// Conditions: tests that only decide where to go, without making a bool.
//
// Positions follow CPython: the truth of `x and y` as a condition is asked at x and at y, but as a value at the whole
// expression; a comparison is asked at the comparison.
#include "interpreter/code/compilation.h"

namespace garter {

namespace {

struct Comparison {
  Opcode value, jump, jump_constant;
  bool when;  // what the jump's own condition must be for the comparison to be true
  bool has_jump;
};

const Comparison& ComparisonOf(CmpOp op) {
  static constexpr Comparison kComparisons[] = {
      {Opcode::kEQUAL, Opcode::kJUMP_EQUAL, Opcode::kJUMP_EQUAL_K, true, true},
      {Opcode::kNOT_EQUAL, Opcode::kJUMP_NOT_EQUAL, Opcode::kJUMP_NOT_EQUAL_K, true, true},
      {Opcode::kLESS, Opcode::kJUMP_LESS, Opcode::kJUMP_LESS_K, true, true},
      {Opcode::kLESS_EQUAL, Opcode::kJUMP_LESS_EQUAL, Opcode::kJUMP_LESS_EQUAL_K, true, true},
      {Opcode::kGREATER, Opcode::kJUMP_GREATER, Opcode::kJUMP_GREATER_K, true, true},
      {Opcode::kGREATER_EQUAL, Opcode::kJUMP_GREATER_EQUAL, Opcode::kJUMP_GREATER_EQUAL_K, true, true},
      {Opcode::kIS, Opcode::kJUMP_IS, Opcode::kJUMP_IS, true, false},
      {Opcode::kIS_NOT, Opcode::kJUMP_IS, Opcode::kJUMP_IS, false, false},
      {Opcode::kIN, Opcode::kJUMP_IN, Opcode::kJUMP_IN, true, false},
      {Opcode::kNOT_IN, Opcode::kJUMP_IN, Opcode::kJUMP_IN, false, false},
  };
  return kComparisons[static_cast<int>(op)];
}

}  // namespace

void Compiler::Compared(CmpOp op, uint32_t target, uint32_t left, uint32_t right) {
  emit_.Emit(ComparisonOf(op).value, target, left, right);
}

// 1, 0, or -1 where only running tells.
int Compiler::ConstantTruth(NodeRef ref) const {
  if (auto* name = tree_.GetIf<ast::Name>(ref)) {
    return tree_.Text(name->id) == "__debug__" ? 1 : -1;
  }
  auto* constant = tree_.GetIf<ast::Constant>(ref);
  if (constant == nullptr) return -1;
  const ConstantValue& value = constant->value;
  switch (value.type) {
    case ConstantType::kNone:
    case ConstantType::kFalse:
      return 0;
    case ConstantType::kTrue:
    case ConstantType::kEllipsis:
      return 1;
    case ConstantType::kInt:
      return value.fits ? value.AsInt() != 0 : 1;
    case ConstantType::kFloat:
      return value.AsDouble() != 0;
    case ConstantType::kStr:
    case ConstantType::kBytes:
      return (value.text.size & ~TextRef::kInArena) != 0;
    default:
      return -1;
  }
}

// A fused opcode is followed by the JUMP that it takes.
void Compiler::Fused(Opcode op, uint32_t a, uint32_t b, bool when, Label& label) {
  emit_.Emit(op, a, b, when);
  emit_.Jump(label);
}

// Goes to the label when the truth of the expression is `when`, else on.
void Compiler::JumpIf(NodeRef ref, Label& label, bool when) {
  if (!Enter()) return Leave();
  const Node& node = tree_.At(ref);
  if (auto* unary = tree_.GetIf<ast::UnaryOp>(ref); unary != nullptr && unary->op == UnaryOp::kNot) {
    while (unary != nullptr && unary->op == UnaryOp::kNot) {
      when = !when;
      ref = unary->operand;
      unary = tree_.GetIf<ast::UnaryOp>(ref);
    }
    JumpIf(ref, label, when);
  } else if (auto* bool_op = tree_.GetIf<ast::BoolOp>(ref)) {
    // `or` decides as soon as one is true, `and` as soon as one is false.
    bool decisive = bool_op->op == BoolOp::kOr;
    auto values = tree_.List(bool_op->values);
    Label next;
    Label& decided = decisive == when ? label : next;
    uint64_t assigned = 0;
    for (uint32_t i = 0; i + 1 < values.size() && !stopped(); ++i) {
      JumpIf(values[i], decided, decisive);
      if (i == 0) assigned = assigned_;
    }
    JumpIf(values.back(), label, when);
    if (values.size() > 1) assigned_ = assigned & assigned_;
    emit_.Bind(next);
  } else if (auto* conditional = tree_.GetIf<ast::IfExp>(ref)) {
    Label orelse, end;
    JumpIf(conditional->test, orelse, false);
    uint64_t assigned = assigned_;
    JumpIf(conditional->body, label, when);
    emit_.Jump(end);
    emit_.Bind(orelse);
    uint64_t after_body = assigned_;
    assigned_ = assigned;
    JumpIf(conditional->orelse, label, when);
    assigned_ &= after_body;
    emit_.Bind(end);
  } else if (node.kind == NodeKind::kCompare) {
    JumpIfCompare(tree_.Get<ast::Compare>(ref), label, when);
  } else if (int truth = ConstantTruth(ref); truth >= 0) {
    if ((truth != 0) == when) emit_.Jump(label);
  } else {
    uint32_t mark = emit_.top();
    uint32_t value = Operand(ref);
    emit_.At(node);
    emit_.JumpWith(when ? Opcode::kJUMP_TRUE : Opcode::kJUMP_FALSE, value, label);
    emit_.Release(mark);
  }
  Leave();
}

void Compiler::JumpIfCompare(const ast::Compare& node, Label& label, bool when) {
  uint32_t mark = emit_.top();
  auto ops = tree_.List<CmpOp>(node.ops);
  auto comparators = tree_.List(node.comparators);
  uint32_t left = Operand(node.left, comparators[0]);
  Label unsatisfied;
  uint64_t assigned = 0;
  for (uint32_t i = 0; i < ops.size() && !stopped(); ++i) {
    bool is_last = i + 1 == ops.size();
    if (is_last) {
      emit_.At(node);
      JumpCompared(ops[i], left, comparators[i], node, label, when);
    } else {
      uint32_t right = Operand(comparators[i], comparators[i + 1]);
      emit_.At(node);
      const Comparison& comparison = ComparisonOf(ops[i]);
      Fused(comparison.jump, left, right, !comparison.when, when ? unsatisfied : label);
      left = Mutant(6) ? Operand(comparators[i], comparators[i + 1]) : right;
    }
    if (i == 0) assigned = assigned_;
  }
  assigned_ &= assigned;
  emit_.Bind(unsatisfied);
  emit_.Release(mark);
}

void Compiler::JumpCompared(CmpOp op, uint32_t left, NodeRef right_ref, const Node& where, Label& label, bool when) {
  const Comparison& comparison = ComparisonOf(op);
  bool condition = comparison.when == when;
  bool is_identity = op == CmpOp::kIs || op == CmpOp::kIsNot;
  if (auto* constant = tree_.GetIf<ast::Constant>(right_ref)) {
    if (is_identity && constant->value.type == ConstantType::kNone) {
      emit_.At(where);
      return Fused(Opcode::kJUMP_IS_NONE, left, 0, condition, label);
    }
  }
  uint32_t index = comparison.has_jump ? ConstantOf(right_ref) : kNoConstant;
  if (index <= kMaxSmallConstant) {
    emit_.At(where);
    return Fused(comparison.jump_constant, left, index, condition, label);
  }
  uint32_t right = op == CmpOp::kIn || op == CmpOp::kNotIn ? Container(right_ref) : Operand(right_ref);
  emit_.At(where);
  Fused(comparison.jump, left, right, condition, label);
}

// The right side of `in`: a list display of constants might as well be a tuple.
uint32_t Compiler::Container(NodeRef ref) {
  auto* list = tree_.GetIf<ast::List>(ref);
  uint32_t constant = list == nullptr ? kNoConstant : ConstantTuple(list->elts);
  if (constant == kNoConstant) return Operand(ref);
  uint32_t reg = emit_.Temporary();
  LoadConstant(constant, reg);
  return reg;
}

}  // namespace garter
