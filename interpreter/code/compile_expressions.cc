// Operators, attributes, subscripts: one instruction an operation, its operands in registers.
//
// Left-leaning chains (`a + b + c`, `a.b(c)[d]`) are compiled from the inside out with one temporary, `work`, that
// holds each intermediate result; the last operation writes where the whole is wanted. A variable is only ever
// written by that last instruction, so that an exception on the way leaves it as it was.
#include "interpreter/code/compilation.h"

namespace garter {

namespace {

struct ArithmeticOpcodes {
  Opcode plain, in_place, constant, in_place_constant;
};

// UNREACHABLE stands where there is no such form.
constexpr ArithmeticOpcodes kArithmetic[] = {
    {Opcode::kADD, Opcode::kINPLACE_ADD, Opcode::kADD_K, Opcode::kINPLACE_ADD_K},
    {Opcode::kSUB, Opcode::kINPLACE_SUB, Opcode::kSUB_K, Opcode::kINPLACE_SUB_K},
    {Opcode::kMUL, Opcode::kINPLACE_MUL, Opcode::kMUL_K, Opcode::kINPLACE_MUL_K},
    {Opcode::kMATMUL, Opcode::kINPLACE_MATMUL, Opcode::kUNREACHABLE, Opcode::kUNREACHABLE},
    {Opcode::kTRUEDIV, Opcode::kINPLACE_TRUEDIV, Opcode::kTRUEDIV_K, Opcode::kUNREACHABLE},
    {Opcode::kMOD, Opcode::kINPLACE_MOD, Opcode::kMOD_K, Opcode::kUNREACHABLE},
    {Opcode::kPOW, Opcode::kINPLACE_POW, Opcode::kPOW_K, Opcode::kUNREACHABLE},
    {Opcode::kLSHIFT, Opcode::kINPLACE_LSHIFT, Opcode::kLSHIFT_K, Opcode::kUNREACHABLE},
    {Opcode::kRSHIFT, Opcode::kINPLACE_RSHIFT, Opcode::kRSHIFT_K, Opcode::kUNREACHABLE},
    {Opcode::kOR, Opcode::kINPLACE_OR, Opcode::kOR_K, Opcode::kUNREACHABLE},
    {Opcode::kXOR, Opcode::kINPLACE_XOR, Opcode::kXOR_K, Opcode::kUNREACHABLE},
    {Opcode::kAND, Opcode::kINPLACE_AND, Opcode::kAND_K, Opcode::kUNREACHABLE},
    {Opcode::kFLOORDIV, Opcode::kINPLACE_FLOORDIV, Opcode::kFLOORDIV_K, Opcode::kUNREACHABLE},
};

}  // namespace

// A register with the value: the variable's own if nothing evaluated later can rebind it, else `scratch` (if given)
// or a new temporary.
uint32_t Compiler::OperandVia(NodeRef ref, uint32_t scratch, NodeRef later) {
  if (auto* name = tree_.GetIf<ast::Name>(ref)) {
    bool must_copy = MayRebind(later) && scopes_.Find(name->id).Has(Symbol::kWalrus);
    uint32_t reg = 0;
    if (!must_copy && VariableRegister(name->id, *name, &reg)) return reg;
  }
  uint32_t reg = scratch != kNoRegister ? scratch : emit_.Temporary();
  Into(ref, reg);
  return reg;
}

void Compiler::Into(NodeRef ref, uint32_t target) {
  if (!meter_.Charge(1)) emit_.Stop();
  if (stopped()) return;
  const Node& node = tree_.At(ref);
  switch (node.kind) {
    case NodeKind::kName:
      return LoadName(tree_.Get<ast::Name>(ref).id, target, node);
    case NodeKind::kConstant: {
      emit_.At(node);
      Value number;
      if (NumberOf(ref, &number)) return LoadValue(number, target);
      return LoadConstant(ConstantOf(ref), target);
    }
    case NodeKind::kBinOp:
      return BinaryInto(ref, target);
    case NodeKind::kAttribute:
    case NodeKind::kSubscript:
    case NodeKind::kCall:
      return PrimaryInto(ref, target);
    default:
      if (Enter()) OtherInto(ref, target);
      return Leave();
  }
}

void Compiler::OtherInto(NodeRef ref, uint32_t target) {
  const Node& node = tree_.At(ref);
  switch (node.kind) {
    case NodeKind::kUnaryOp:
      return UnaryInto(ref, target);
    case NodeKind::kIfExp:
      return ConditionalInto(ref, target);
    case NodeKind::kNamedExpr:
      return WalrusInto(tree_.Get<ast::NamedExpr>(ref), target);
    case NodeKind::kLambda:
      return LambdaInto(ref, target);
    case NodeKind::kTuple:
      return Display(node, tree_.Get<ast::Tuple>(ref).elts, NodeKind::kTuple, target);
    case NodeKind::kJoinedStr:
      return JoinedInto(tree_.Get<ast::JoinedStr>(ref), target);
    case NodeKind::kFormattedValue:
      return FormattedInto(tree_.Get<ast::FormattedValue>(ref), target);
    case NodeKind::kSlice:
      return SliceInto(tree_.Get<ast::Slice>(ref), target);
    case NodeKind::kGeneratorExp:
      return GeneratorExpressionInto(ref, target);
    case NodeKind::kAwait:
      return AwaitInto(tree_.Get<ast::Await>(ref), target);
    case NodeKind::kYield:
      return YieldInto(tree_.Get<ast::Yield>(ref), target);
    case NodeKind::kYieldFrom:
      return YieldFromInto(tree_.Get<ast::YieldFrom>(ref), target);
    default:
      return Through(ref, target);
  }
}

// What takes several instructions to build is built in a temporary if a variable is to have it.
void Compiler::Through(NodeRef ref, uint32_t target) {
  const Node& node = tree_.At(ref);
  uint32_t mark = emit_.top();
  uint32_t work = IsVariable(target) ? emit_.Temporary() : target;
  switch (node.kind) {
    case NodeKind::kBoolOp:
      BoolInto(tree_.Get<ast::BoolOp>(ref), work);
      break;
    case NodeKind::kCompare:
      if (tree_.List<CmpOp>(tree_.Get<ast::Compare>(ref).ops).size() == 1) work = target;
      CompareInto(tree_.Get<ast::Compare>(ref), work);
      break;
    case NodeKind::kList:
      if (IsShort(tree_.Get<ast::List>(ref).elts)) work = target;
      Display(node, tree_.Get<ast::List>(ref).elts, NodeKind::kList, work);
      break;
    case NodeKind::kSet:
      if (IsShort(tree_.Get<ast::Set>(ref).elts)) work = target;
      Display(node, tree_.Get<ast::Set>(ref).elts, NodeKind::kSet, work);
      break;
    case NodeKind::kDict:
      DictInto(tree_.Get<ast::Dict>(ref), work);
      break;
    case NodeKind::kListComp:
    case NodeKind::kSetComp:
    case NodeKind::kDictComp:
      ComprehensionInto(ref, work);
      break;
    default:
      CHECK(false);
  }
  if (work != target) emit_.Emit(Opcode::kMOVE, target, work);
  emit_.Release(mark);
}

void Compiler::BinaryInto(NodeRef ref, uint32_t target) {
  if (!Enter()) return Leave();
  uint32_t mark = emit_.top();
  uint32_t bottom = chain_.size();
  NodeRef leaf = ref;
  while (auto* link = tree_.GetIf<ast::BinOp>(leaf)) {
    if (!chain_.Push(scratch_, leaf.offset)) OutOfMemory();
    if (!meter_.Charge(1)) emit_.Stop();
    if (stopped()) return Leave();
    leaf = link->left;
  }
  uint32_t work = IsVariable(target) ? kNoRegister : target;
  Value known;
  bool is_known = NumberOf(leaf, &known);
  uint32_t value = kNoRegister;
  if (!is_known) {
    value = OperandVia(leaf, work, tree_.Get<ast::BinOp>(NodeRef{chain_.back()}).right);
    if (work == kNoRegister && value >= mark) work = value;
  }
  while (!stopped() && chain_.size() > bottom) {
    auto& link = tree_.Get<ast::BinOp>(NodeRef{chain_.back()});
    chain_.Pop();
    bool is_last = chain_.size() == bottom;
    Value right;
    if (is_known && NumberOf(link.right, &right) && FoldBinary(link.op, known, right, &known)) {
      if (is_last) LoadValue(known, target);
      continue;
    }
    if ((is_known || !is_last) && work == kNoRegister) work = emit_.Temporary();
    if (is_known) LoadValue(known, value = work);
    is_known = false;
    uint32_t kept = emit_.top();
    // Where the left operand is a variable, the right one may be made in the place of the result.
    uint32_t scratch = value != work ? work : kNoRegister;
    emit_.At(link);
    Binary(link.op, false, is_last ? target : work, value, link.right, scratch);
    value = work;
    emit_.Release(kept);
  }
  chain_.Truncate(bottom);
  emit_.Release(mark);
  Leave();
}

// target = left op right, at the position that is set now.
void Compiler::Binary(Operator op, bool in_place, uint32_t target, uint32_t left, NodeRef right_ref, uint32_t scratch) {
  const ArithmeticOpcodes& opcodes = kArithmetic[static_cast<int>(op)];
  Location here = emit_.location();
  Opcode constant_form = in_place ? opcodes.in_place_constant : opcodes.constant;
  uint32_t constant = constant_form == Opcode::kUNREACHABLE ? kNoConstant : ConstantOf(right_ref);
  if (constant <= kMaxSmallConstant) return emit_.Emit(constant_form, target, left, constant);
  uint32_t right = OperandVia(right_ref, scratch);
  emit_.At(here);
  emit_.Emit(in_place ? opcodes.in_place : opcodes.plain, target, left, right);
}

void Compiler::UnaryInto(NodeRef ref, uint32_t target) {
  Value number;
  if (NumberOf(ref, &number)) {
    emit_.At(tree_.At(ref));
    return LoadValue(number, target);
  }
  uint32_t mark = emit_.top();
  uint32_t bottom = chain_.size();
  NodeRef leaf = ref;
  while (auto* link = tree_.GetIf<ast::UnaryOp>(leaf)) {
    if (!chain_.Push(scratch_, leaf.offset)) OutOfMemory();
    if (!meter_.Charge(1)) emit_.Stop();
    if (stopped()) return;
    leaf = link->operand;
  }
  uint32_t work = IsVariable(target) ? kNoRegister : target;
  if (auto* compare = tree_.GetIf<ast::Compare>(leaf)) compare_at_ = NegationAround(*compare, bottom);
  uint32_t value = OperandVia(leaf, work);
  if (work == kNoRegister) work = value >= mark ? value : emit_.Temporary();
  while (!stopped() && chain_.size() > bottom) {
    auto& link = tree_.Get<ast::UnaryOp>(NodeRef{chain_.back()});
    chain_.Pop();
    static constexpr Opcode kOpcodes[] = {Opcode::kINVERT, Opcode::kNOT, Opcode::kPOSITIVE, Opcode::kNEGATIVE};
    emit_.At(link);
    emit_.Emit(kOpcodes[static_cast<int>(link.op)], chain_.size() == bottom ? target : work, value);
    value = work;
  }
  chain_.Truncate(bottom);
  emit_.Release(mark);
}

// `not a == b` is shown as a whole where the comparison raises: CPython asks for a bool at the negation. Of `in` and
// `is` it is the outermost of several. Null: the comparison is shown as itself.
const Node* Compiler::NegationAround(const ast::Compare& compare, uint32_t bottom) {
  auto ops = tree_.List<CmpOp>(compare.ops);
  const Node* around = nullptr;
  for (uint32_t i = chain_.size(); i-- > bottom && ops.size() == 1;) {
    auto& link = tree_.Get<ast::UnaryOp>(NodeRef{chain_[i]});
    bool goes_on = around == nullptr || ops[0] >= CmpOp::kIs;
    if (link.op != UnaryOp::kNot || !goes_on) break;
    around = &link;
  }
  return around;
}

void Compiler::CompareInto(const ast::Compare& node, uint32_t target) {
  uint32_t mark = emit_.top();
  auto ops = tree_.List<CmpOp>(node.ops);
  auto comparators = tree_.List(node.comparators);
  bool is_chain = ops.size() > 1;
  const Node& shown = compare_at_ != nullptr ? *compare_at_ : node;
  compare_at_ = nullptr;
  // In a chain the result must not overwrite an operand that is still needed.
  uint32_t left = OperandVia(node.left, is_chain || IsVariable(target) ? kNoRegister : target, comparators[0]);
  Label end;
  uint64_t assigned = 0;
  for (uint32_t i = 0; i < ops.size() && !stopped(); ++i) {
    bool is_last = i + 1 == ops.size();
    bool is_container = is_last && (ops[i] == CmpOp::kIn || ops[i] == CmpOp::kNotIn);
    uint32_t right =
        is_container ? Container(comparators[i]) : Operand(comparators[i], is_last ? NodeRef{} : comparators[i + 1]);
    emit_.At(shown);
    Compared(ops[i], target, left, right);
    if (!is_last) emit_.JumpWith(Opcode::kJUMP_FALSE, target, end);
    if (i == 0) assigned = assigned_;
    left = Mutant(6) && !is_last ? Operand(comparators[i], comparators[i + 1]) : right;
  }
  if (is_chain) assigned_ &= assigned;
  emit_.Bind(end);
  emit_.Release(mark);
}

void Compiler::BoolInto(const ast::BoolOp& node, uint32_t target) {
  Opcode jump = node.op == BoolOp::kOr ? Opcode::kJUMP_TRUE : Opcode::kJUMP_FALSE;
  auto values = tree_.List(node.values);
  Label end;
  uint64_t assigned = 0;
  for (uint32_t i = 0; i < values.size() && !stopped(); ++i) {
    Into(values[i], target);
    if (i == 0) assigned = assigned_;
    if (i + 1 == values.size()) break;
    emit_.At(node);
    emit_.JumpWith(jump, target, end);
  }
  assigned_ &= assigned;
  emit_.Bind(end);
  for (int i = 0; i < 2 && Mutant(7) && node.op == BoolOp::kOr; ++i) emit_.Emit(Opcode::kNOT, target, target);
}

void Compiler::ConditionalInto(NodeRef ref, uint32_t target) {
  Label end;
  uint64_t assigned_at_end = ~uint64_t{0};
  while (auto* node = tree_.GetIf<ast::IfExp>(ref)) {
    if (stopped()) return;
    Label orelse;
    JumpIf(node->test, orelse, false);
    uint64_t assigned = assigned_;
    Into(node->body, target);
    emit_.Jump(end);
    assigned_at_end &= assigned_;
    assigned_ = assigned;
    emit_.Bind(orelse);
    ref = node->orelse;
  }
  Into(ref, target);
  assigned_ &= assigned_at_end;
  emit_.Bind(end);
}

void Compiler::WalrusInto(const ast::NamedExpr& node, uint32_t target) {
  uint32_t variable = VariableTarget(node.target);
  Identifier name = tree_.Get<ast::Name>(node.target).id;
  if (variable == kNoRegister) {
    Into(node.value, target);
    return StoreName(name, target);
  }
  Into(node.value, variable);
  SetAssigned(scopes_.Find(name));
  if (variable != target) emit_.Emit(Opcode::kMOVE, target, variable);
}

// Chains of attributes, subscripts and calls.

// An attribute is shown where its name stands when the expression spans lines.
void Compiler::AtAttribute(const Node& node, const ast::Attribute& attribute) {
  Location here = {node.lineno, node.end_lineno, node.col_offset, node.end_col_offset};
  if (here.line != attribute.end_lineno) {
    here.line = attribute.end_lineno;
    uint32_t characters = 0;
    for (char c : tree_.Text(attribute.attr)) characters += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    here.column = characters <= attribute.end_col_offset ? attribute.end_col_offset - characters : 0;
    here.end_column = attribute.end_col_offset;
    if (here.end_line < here.line) here.end_line = here.line;
  }
  emit_.At(here);
}

void Compiler::AttributeAccess(Opcode op, uint32_t a, uint32_t b, const ast::Attribute& node) {
  emit_.Emit(op, a, b);
  emit_.Extend(NextCache(), NameConstant(node.attr));
}

void Compiler::PrimaryInto(NodeRef ref, uint32_t target) {
  if (!Enter()) return Leave();
  uint32_t mark = emit_.top();
  uint32_t bottom = chain_.size();
  NodeRef base = ref;
  while (!stopped()) {
    NodeRef inner;
    if (auto* attribute = tree_.GetIf<ast::Attribute>(base)) inner = attribute->value;
    if (auto* subscript = tree_.GetIf<ast::Subscript>(base)) inner = subscript->value;
    if (auto* call = tree_.GetIf<ast::Call>(base)) inner = call->func;
    if (!inner) break;
    if (!chain_.Push(scratch_, base.offset)) OutOfMemory();
    if (!meter_.Charge(1)) emit_.Stop();
    base = inner;
  }
  uint32_t work = kNoRegister;
  auto take_work = [&] {
    bool is_on_top = !IsVariable(target) && target + 1 == emit_.top();
    if (work == kNoRegister) work = is_on_top ? target : emit_.Temporary();
    return work;
  };
  uint32_t value = kNoRegister;
  auto take_value = [&](NodeRef later) {
    if (value != kNoRegister) return value;
    if (!IsPlainVariable(base)) take_work();
    return value = OperandVia(base, work, later);
  };
  while (!stopped() && chain_.size() > bottom) {
    NodeRef link{chain_.back()};
    chain_.Pop();
    if (auto* call = tree_.GetIf<ast::Call>(link)) {
      uint32_t window = take_work();
      if (value == kNoRegister) Into(base, window);
      CallInto(*call, window, nullptr, chain_.size() == bottom ? target : work);
    } else if (auto* subscript = tree_.GetIf<ast::Subscript>(link)) {
      uint32_t container = take_value(subscript->slice);
      bool is_last = chain_.size() == bottom;
      if (!is_last) take_work();
      SubscriptLink(*subscript, container, is_last ? target : work);
    } else {
      auto& attribute = tree_.Get<ast::Attribute>(link);
      uint32_t object = take_value({});
      auto* method_call = chain_.size() == bottom ? nullptr : tree_.GetIf<ast::Call>(NodeRef{chain_.back()});
      if (method_call != nullptr && IsMethodCall(*method_call)) {
        chain_.Pop();
        uint32_t window = take_work();
        AtAttribute(attribute, attribute);
        AttributeAccess(Opcode::kLOAD_METHOD, window, object, attribute);
        CallInto(*method_call, window, &attribute, chain_.size() == bottom ? target : work);
      } else {
        uint32_t result = chain_.size() == bottom ? target : take_work();
        AtAttribute(attribute, attribute);
        AttributeAccess(Opcode::kLOAD_ATTRIBUTE, result, object, attribute);
      }
    }
    value = work;
    if (work != kNoRegister) emit_.Release(work + 1 > mark ? work + 1 : mark);
  }
  chain_.Truncate(bottom);
  emit_.Release(mark);
  Leave();
}

void Compiler::SubscriptLink(const ast::Subscript& node, uint32_t value, uint32_t target) {
  auto* slice = tree_.GetIf<ast::Slice>(node.slice);
  if (slice != nullptr && !slice->step) {
    uint32_t bounds = emit_.Temporary();
    BoundInto(slice->lower, bounds);
    BoundInto(slice->upper, emit_.Temporary());
    emit_.At(node);
    return emit_.Emit(Opcode::kSUBSCRIPT_SLICE, target, value, bounds);
  }
  uint32_t constant = ConstantOf(node.slice);
  if (constant <= kMaxSmallConstant) {
    emit_.At(node);
    return emit_.Emit(Opcode::kSUBSCRIPT_K, target, value, constant);
  }
  uint32_t index = Operand(node.slice);
  emit_.At(node);
  emit_.Emit(Opcode::kSUBSCRIPT, target, value, index);
}

void Compiler::BoundInto(NodeRef bound, uint32_t target) {
  if (bound) {
    Into(bound, target);
  } else {
    LoadValue(kNone, target);
  }
}

void Compiler::SliceInto(const ast::Slice& node, uint32_t target) {
  uint32_t mark = emit_.top();
  uint32_t parts = emit_.Temporary();
  BoundInto(node.lower, parts);
  BoundInto(node.upper, emit_.Temporary());
  BoundInto(node.step, emit_.Temporary());
  emit_.At(node);
  emit_.Emit(Opcode::kBUILD_SLICE, target, parts);
  emit_.Release(mark);
}

}  // namespace garter
