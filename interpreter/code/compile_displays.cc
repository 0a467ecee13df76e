// Constants, displays of tuples, lists, sets and dicts, and f-strings.
//
// Long displays (more than 30 items) are built item by item, shorter ones at once after their last item: as in
// CPython, because it shows when an item is not hashable. A display of constants alone is copied from a tuple.
#include "interpreter/code/compilation.h"

namespace garter {

// Constants.

uint32_t Compiler::LiteralConstant(const ConstantValue& value) {
  std::string_view text = tree_.Text(value.text);
  uint32_t index = kNoConstant;
  switch (value.type) {
    case ConstantType::kNone:
      index = constants_.OfValue(kNone);
      break;
    case ConstantType::kTrue:
      index = constants_.OfValue(kTrue);
      break;
    case ConstantType::kFalse:
      index = constants_.OfValue(kFalse);
      break;
    case ConstantType::kEllipsis:
      index = constants_.OfValue(kEllipsis);
      break;
    case ConstantType::kInt:
      index = constants_.OfInt(value.fits, value.AsInt(), text, value.base);
      break;
    case ConstantType::kFloat:
      index = constants_.OfValue(Value::Double(value.AsDouble()));
      break;
    case ConstantType::kStr:
      index = constants_.OfStr(text);
      break;
    case ConstantType::kBytes:
      index = constants_.OfBytes(text);
      break;
    case ConstantType::kComplex:
      index = constants_.OfComplex(0.0, value.AsDouble());
      break;
  }
  if (index == kNoConstant) emit_.Stop();
  return index;
}

// The number of an expression whose value is an int of 48 bits or a float: a literal, or the negative of one.
bool Compiler::NumberOf(NodeRef ref, Value* value) const {
  bool negative = false;
  if (auto* unary = tree_.GetIf<ast::UnaryOp>(ref)) {
    if (unary->op != UnaryOp::kUSub && unary->op != UnaryOp::kUAdd) return false;
    negative = unary->op == UnaryOp::kUSub;
    ref = unary->operand;
  }
  auto* constant = tree_.GetIf<ast::Constant>(ref);
  if (constant == nullptr) return false;
  const ConstantValue& literal = constant->value;
  if (literal.type == ConstantType::kFloat) {
    *value = Value::Double(negative ? -literal.AsDouble() : literal.AsDouble());
    return true;
  }
  if (literal.type != ConstantType::kInt || !literal.fits || !Value::FitsSmall(literal.AsInt())) return false;
  int64_t number = negative ? -literal.AsInt() : literal.AsInt();
  if (!Value::FitsSmall(number)) return false;
  *value = Value::SmallInt(number);
  return true;
}

// Arithmetic that cannot fail and whose result is small.
bool Compiler::FoldBinary(Operator op, Value left, Value right, Value* value) const {
  if (left.IsSmallInt() && right.IsSmallInt()) {
    int64_t a = left.AsSmallInt(), b = right.AsSmallInt(), result = 0;
    bool overflow = false;
    switch (op) {
      case Operator::kAdd:
        result = a + b;
        break;
      case Operator::kSub:
        result = a - b;
        break;
      case Operator::kMult:
        overflow = __builtin_mul_overflow(a, b, &result);
        break;
      case Operator::kLShift:
        if (b < 0 || b > 46 || a < 0) return false;
        overflow = __builtin_mul_overflow(a, int64_t{1} << b, &result);
        break;
      case Operator::kPow:
        if (b < 0 || b > 64) return false;
        result = 1;
        for (int64_t i = 0; i < b && !overflow; ++i) overflow = __builtin_mul_overflow(result, a, &result);
        break;
      default:
        return false;
    }
    if (overflow || !Value::FitsSmall(result)) return false;
    *value = Value::SmallInt(result);
    return true;
  }
  double a = left.IsSmallInt() ? static_cast<double>(left.AsSmallInt()) : left.AsDouble();
  double b = right.IsSmallInt() ? static_cast<double>(right.AsSmallInt()) : right.AsDouble();
  switch (op) {
    case Operator::kAdd:
      *value = Value::Double(a + b);
      return true;
    case Operator::kSub:
      *value = Value::Double(a - b);
      return true;
    case Operator::kMult:
      *value = Value::Double(a * b);
      return true;
    case Operator::kDiv:
      if (b == 0 || (left.IsSmallInt() && right.IsSmallInt())) return false;
      *value = Value::Double(a / b);
      return true;
    default:
      return false;
  }
}

// The constant that an expression is, or kNoConstant: literals, negative numbers, tuples of such.
uint32_t Compiler::ConstantOf(NodeRef ref) {
  if (stopped()) return kNoConstant;
  switch (tree_.Kind(ref)) {
    case NodeKind::kConstant:
      return LiteralConstant(tree_.Get<ast::Constant>(ref).value);
    case NodeKind::kUnaryOp: {
      Value number;
      if (!NumberOf(ref, &number)) return kNoConstant;
      uint32_t index = constants_.OfValue(number);
      if (index == kNoConstant) emit_.Stop();
      return index;
    }
    case NodeKind::kTuple:
      return ConstantTuple(tree_.Get<ast::Tuple>(ref).elts);
    default:
      return kNoConstant;
  }
}

uint32_t Compiler::ConstantTuple(ListRef elements) {
  auto list = tree_.List(elements);
  // Most displays show by their first or last item that they are no constants.
  auto may_be_constant = [this](NodeRef ref) {
    NodeKind kind = tree_.Kind(ref);
    return kind == NodeKind::kConstant || kind == NodeKind::kUnaryOp || kind == NodeKind::kTuple;
  };
  if (!list.empty() && (!may_be_constant(list[0]) || !may_be_constant(list.back()))) return kNoConstant;
  if (!Enter()) return Leave(), kNoConstant;
  uint32_t bottom = chain_.size();
  bool is_constant = true;
  for (uint32_t i = 0; i < list.size() && is_constant; ++i) {
    uint32_t item = ConstantOf(list[i]);
    is_constant = item != kNoConstant;
    if (is_constant && !chain_.Push(scratch_, item)) OutOfMemory();
    if (stopped()) is_constant = false;
  }
  uint32_t index = is_constant ? constants_.OfTuple(chain_.data() + bottom, chain_.size() - bottom) : kNoConstant;
  if (is_constant && index == kNoConstant) emit_.Stop();
  chain_.Truncate(bottom);
  Leave();
  return index;
}

void Compiler::LoadConstant(uint32_t constant, uint32_t target) {
  if (!stopped()) emit_.Emit(Opcode::kLOAD_CONST, target, constant);
}

void Compiler::LoadValue(Value value, uint32_t target) {
  if (value.IsSmallInt() && value.AsSmallInt() == static_cast<int32_t>(value.AsSmallInt())) {
    return emit_.Emit(Opcode::kLOAD_INT, target, static_cast<uint32_t>(value.AsSmallInt()));
  }
  uint32_t constant = constants_.OfValue(value);
  if (constant == kNoConstant) emit_.Stop();
  LoadConstant(constant, target);
}

// Displays.

// Whether one instruction, after all items, builds the whole: then a variable may be its target.
bool Compiler::IsShort(ListRef elements) const {
  auto list = tree_.List(elements);
  if (list.size() > kBigDisplay) return false;
  bool is_constant = list.size() >= 3;
  for (NodeRef element : list) {
    NodeKind kind = tree_.Kind(element);
    if (kind == NodeKind::kStarred) return false;
    is_constant &= kind == NodeKind::kConstant || kind == NodeKind::kUnaryOp || kind == NodeKind::kTuple;
  }
  return !is_constant;
}

void Compiler::Display(const Node& node, ListRef elements, NodeKind kind, uint32_t target) {
  uint32_t count = tree_.List(elements).size();
  uint32_t constant = kind == NodeKind::kTuple || count >= 3 ? ConstantTuple(elements) : kNoConstant;
  if (stopped()) return;
  emit_.At(node);
  if (constant == kNoConstant) return DisplayItems(node, elements, kind, target);
  if (kind == NodeKind::kTuple) return LoadConstant(constant, target);
  uint32_t mark = emit_.top();
  uint32_t items = emit_.Temporary();
  if (kind == NodeKind::kList) {
    LoadConstant(constant, items);
    emit_.Emit(Opcode::kBUILD_LIST, target, items, 0);
    emit_.Emit(Opcode::kLIST_EXTEND, target, items, 0);
  } else if (count <= kBigDisplay) {
    // CPython updates an empty set by a frozen one: the table's size, and so the order, is that of a merge.
    DisplayItems(node, elements, kind, items);
    emit_.At(node);
    emit_.Emit(Opcode::kBUILD_SET, target, target, 0);
    emit_.Emit(Opcode::kSET_UPDATE, target, items);
  } else {
    emit_.Emit(Opcode::kBUILD_SET, items, items, 0);
    uint32_t tuple = emit_.Temporary();
    LoadConstant(constant, tuple);
    emit_.Emit(Opcode::kSET_UPDATE, items, tuple);
    emit_.Emit(Opcode::kBUILD_SET, target, target, 0);
    emit_.Emit(Opcode::kSET_UPDATE, target, items);
  }
  emit_.Release(mark);
}

void Compiler::DisplayItems(const Node& node, ListRef elements, NodeKind kind, uint32_t target) {
  auto list = tree_.List(elements);
  uint32_t mark = emit_.top();
  Opcode build = kind == NodeKind::kSet ? Opcode::kBUILD_SET : Opcode::kBUILD_LIST;
  Opcode add = kind == NodeKind::kSet ? Opcode::kSET_ADD : Opcode::kLIST_APPEND;
  bool is_big = list.size() > kBigDisplay;
  bool is_built = false;
  // What grows item by item is a list in a temporary where a tuple is wanted.
  uint32_t growing = target;
  auto begin = [&](uint32_t count) {
    emit_.At(node);
    if (kind == NodeKind::kTuple) {
      // The items before the first starred one lie from `mark` on; the list takes the place of the first.
      growing = mark < emit_.top() ? mark : emit_.Temporary();
    }
    emit_.Emit(build, growing, count == 0 ? growing : mark, count);
    emit_.Release(kind == NodeKind::kTuple ? mark + 1 : mark);
    is_built = true;
  };
  if (is_big) begin(0);
  for (uint32_t i = 0; i < list.size() && !stopped(); ++i) {
    auto* starred = tree_.GetIf<ast::Starred>(list[i]);
    if (starred != nullptr && !is_built) begin(i);
    if (!is_built) {
      Into(list[i], emit_.Temporary());
      continue;
    }
    uint32_t kept = emit_.top();
    uint32_t item = Operand(starred != nullptr ? starred->value : list[i]);
    emit_.At(node);
    if (starred == nullptr) {
      emit_.Emit(add, growing, item);
    } else if (kind == NodeKind::kSet) {
      emit_.Emit(Opcode::kSET_UPDATE, growing, item);
    } else {
      emit_.Emit(Opcode::kLIST_EXTEND, growing, item, 0);
    }
    emit_.Release(kept);
  }
  emit_.At(node);
  if (is_built) {
    if (kind == NodeKind::kTuple) emit_.Emit(Opcode::kLIST_TO_TUPLE, target, growing);
  } else {
    uint32_t items = list.empty() ? target : mark;  // no items: any register will do
    emit_.Emit(kind == NodeKind::kTuple ? Opcode::kBUILD_TUPLE : build, target, items, list.size());
  }
  emit_.Release(mark);
}

// Pairs are gathered in parts of at most 15, a long part pair by pair; each further part updates the first.
void Compiler::DictInto(const ast::Dict& node, uint32_t target) {
  auto keys = tree_.List(node.keys);
  auto values = tree_.List(node.values);
  bool has_dict = false;
  uint32_t begin = 0;
  for (uint32_t i = 0; i < keys.size() && !stopped(); ++i) {
    if (keys[i]) {
      if ((i - begin) * 2 <= kBigDisplay) continue;
      DictPart(node, begin, i + 1, target, &has_dict);
      begin = i + 1;
      continue;
    }
    if (i > begin) DictPart(node, begin, i, target, &has_dict);
    begin = i + 1;
    emit_.At(node);
    if (!has_dict) emit_.Emit(Opcode::kBUILD_DICT, target, target, 0);
    has_dict = true;
    uint32_t mark = emit_.top();
    uint32_t mapping = Operand(values[i]);
    emit_.At(node);
    emit_.Emit(Opcode::kDICT_UPDATE, target, mapping);
    emit_.Release(mark);
  }
  if (begin < keys.size() || !has_dict) DictPart(node, begin, keys.size(), target, &has_dict);
}

// A key and its value, into the next two temporaries.
void Compiler::PairInto(NodeRef key, NodeRef value) {
  uint32_t reg = emit_.Temporary();
  if (Mutant(8)) Into(value, emit_.Temporary());
  Into(key, reg);
  if (!Mutant(8)) Into(value, emit_.Temporary());
}

void Compiler::DictPart(const ast::Dict& node, uint32_t begin, uint32_t end, uint32_t target, bool* has_dict) {
  auto keys = tree_.List(node.keys);
  auto values = tree_.List(node.values);
  uint32_t mark = emit_.top();
  uint32_t part = *has_dict ? emit_.Temporary() : target;
  uint32_t pairs = emit_.top();
  bool is_big = (end - begin) * 2 > kBigDisplay;
  emit_.At(node);
  if (is_big) emit_.Emit(Opcode::kBUILD_DICT, part, part, 0);
  for (uint32_t i = begin; i < end && !stopped(); ++i) {
    uint32_t key = emit_.top();
    PairInto(keys[i], values[i]);
    if (!is_big) continue;
    emit_.At(node);
    emit_.Emit(Opcode::kDICT_SET, part, key, key + 1);
    emit_.Release(pairs);
  }
  emit_.At(node);
  if (!is_big) emit_.Emit(Opcode::kBUILD_DICT, part, begin == end ? part : pairs, end - begin);
  if (*has_dict) emit_.Emit(Opcode::kDICT_UPDATE, target, part);
  *has_dict = true;
  emit_.Release(mark);
}

// What a `for` goes through: a display of constants need not be made anew.
void Compiler::IterableInto(NodeRef ref, uint32_t target) {
  if (auto* list = tree_.GetIf<ast::List>(ref)) {
    uint32_t constant = ConstantTuple(list->elts);
    if (constant != kNoConstant) return LoadConstant(constant, target);
  }
  if (auto* set = tree_.GetIf<ast::Set>(ref)) {
    // No merge here: CPython iterates over the frozen set itself.
    if (ConstantTuple(set->elts) != kNoConstant) return DisplayItems(tree_.At(ref), set->elts, NodeKind::kSet, target);
  }
  Into(ref, target);
}

// f-strings.

void Compiler::JoinedInto(const ast::JoinedStr& node, uint32_t target) {
  auto parts = tree_.List(node.values);
  if (parts.empty()) {
    uint32_t empty = constants_.OfStr("");
    if (empty == kNoConstant) emit_.Stop();
    return LoadConstant(empty, target);
  }
  if (parts.size() == 1) return Into(parts[0], target);
  uint32_t mark = emit_.top();
  for (NodeRef part : parts) {
    if (stopped()) return;
    Into(part, emit_.Temporary());
  }
  emit_.At(node);
  emit_.Emit(Opcode::kBUILD_STRING, target, mark, parts.size());
  emit_.Release(mark);
}

void Compiler::FormattedInto(const ast::FormattedValue& node, uint32_t target) {
  uint32_t mark = emit_.top();
  uint32_t conversion = node.conversion < 0 ? 0 : static_cast<uint32_t>(node.conversion);
  if (!node.format_spec) {
    uint32_t value = OperandVia(node.value, IsVariable(target) ? kNoRegister : target);
    emit_.At(node);
    emit_.Emit(Opcode::kFORMAT, target, value, conversion);
    emit_.Release(mark);
    return;
  }
  uint32_t value = emit_.Temporary();
  Into(node.value, value);
  if (conversion != 0) {
    // The conversion happens before the specification is evaluated.
    emit_.At(node);
    emit_.Emit(Opcode::kFORMAT, value, value, conversion);
  }
  Into(node.format_spec, emit_.Temporary());
  emit_.At(node);
  emit_.Emit(Opcode::kFORMAT_SPEC, target, value, 0);
  emit_.Release(mark);
}

}  // namespace garter
