// match: the cases are tried one after another, each a pattern and perhaps a guard.
//
// The subject is in a temporary that nobody else writes. What a pattern captures waits in registers of its own until
// the whole pattern has matched, then the names are bound, in the order of the captures; so that a pattern that fails
// half-way has bound nothing. No pattern leaves anything behind when it fails, hence `fail` is just a place to go.
#include "interpreter/code/compilation.h"

namespace garter {

void Compiler::MatchStatement(const ast::Match& node) {
  uint32_t subject = emit_.Temporary();
  Into(node.subject, subject);
  Label end;
  uint64_t assigned_at_end = ~uint64_t{0};
  uint64_t entry = assigned_;
  for (NodeRef ref : tree_.List(node.cases)) {
    if (stopped()) return;
    auto& match_case = tree_.Get<ast::MatchCase>(ref);
    Label next;
    assigned_ = entry;
    MatchCase(match_case, subject, next);
    assigned_at_end &= assigned_;
    emit_.Jump(end);
    emit_.Bind(next);
    if (!next.used()) entry = ~uint64_t{0};  // nothing gets past this case
  }
  assigned_ = assigned_at_end & entry;
  emit_.Bind(end);
}

void Compiler::MatchCase(const ast::MatchCase& node, uint32_t subject, Label& fail) {
  uint32_t mark = emit_.top();
  captures_.Truncate(0);
  Captures(node.pattern);
  uint32_t count = captures_.size();
  capture_registers_ = emit_.Temporaries(count);
  next_capture_ = 0;
  uint64_t entry = assigned_;
  Pattern(node.pattern, subject, fail);
  assigned_ = entry;
  emit_.At(tree_.At(node.pattern));
  for (uint32_t i = 0; i < count && !stopped(); ++i) StoreName(captures_[i], capture_registers_ + i);
  emit_.Release(mark);
  if (node.guard) JumpIf(node.guard, fail, false);
  Statements(node.body);
}

// The names that a pattern binds, in the order in which it does. The alternatives of `|` bind the same ones.
void Compiler::Captures(NodeRef pattern) {
  if (!Enter()) return Leave();
  if (!meter_.Charge(1)) emit_.Stop();
  Identifier name = 0;
  if (auto* alternatives = tree_.GetIf<ast::MatchOr>(pattern)) {
    Captures(tree_.List(alternatives->patterns)[0]);
  } else if (auto* cls = tree_.GetIf<ast::MatchClass>(pattern)) {
    for (NodeRef child : tree_.List(cls->patterns)) Captures(child);
    for (NodeRef child : tree_.List(cls->kwd_patterns)) Captures(child);
  } else if (auto* mapping = tree_.GetIf<ast::MatchMapping>(pattern)) {
    for (NodeRef child : tree_.List(mapping->patterns)) Captures(child);
    name = mapping->rest;
  } else if (auto* sequence = tree_.GetIf<ast::MatchSequence>(pattern)) {
    for (NodeRef child : tree_.List(sequence->patterns)) Captures(child);
  } else if (auto* as = tree_.GetIf<ast::MatchAs>(pattern)) {
    if (as->pattern) Captures(as->pattern);
    name = as->name;
  } else if (auto* star = tree_.GetIf<ast::MatchStar>(pattern)) {
    name = star->name;
  }
  if (name != 0 && !captures_.Push(scratch_, name)) OutOfMemory();
  Leave();
}

void Compiler::Capture(Identifier name, uint32_t value) {
  // Nearly always the next one; alternatives may have another order.
  uint32_t count = captures_.size();
  for (uint32_t i = 0; i < count; ++i) {
    uint32_t at = (next_capture_ + i) % count;
    if (captures_[at] != name) continue;
    if (i != 0 && !meter_.Charge(i >> 3)) emit_.Stop();
    next_capture_ = at + 1;
    return emit_.Emit(Opcode::kMOVE, capture_registers_ + at, value);
  }
  CHECK(stopped());
}

bool Compiler::IsWildcard(NodeRef pattern) const {
  auto* as = tree_.GetIf<ast::MatchAs>(pattern);
  return as != nullptr && as->name == 0 && !as->pattern;
}

void Compiler::Pattern(NodeRef ref, uint32_t subject, Label& fail) {
  if (!meter_.Charge(1)) emit_.Stop();
  if (!Enter()) return Leave();
  const Node& node = tree_.At(ref);
  uint32_t mark = emit_.top();
  emit_.At(node);
  switch (node.kind) {
    case NodeKind::kMatchValue:
      ValuePattern(tree_.Get<ast::MatchValue>(ref), subject, fail);
      break;
    case NodeKind::kMatchSingleton:
      SingletonPattern(tree_.Get<ast::MatchSingleton>(ref), subject, fail);
      break;
    case NodeKind::kMatchSequence:
      SequencePattern(tree_.Get<ast::MatchSequence>(ref), subject, fail);
      break;
    case NodeKind::kMatchMapping:
      MappingPattern(tree_.Get<ast::MatchMapping>(ref), subject, fail);
      break;
    case NodeKind::kMatchClass:
      ClassPattern(tree_.Get<ast::MatchClass>(ref), subject, fail);
      break;
    case NodeKind::kMatchStar:
      if (auto& star = tree_.Get<ast::MatchStar>(ref); star.name != 0) Capture(star.name, subject);
      break;
    case NodeKind::kMatchAs:
      AsPattern(tree_.Get<ast::MatchAs>(ref), subject, fail);
      break;
    case NodeKind::kMatchOr:
      OrPattern(tree_.Get<ast::MatchOr>(ref), subject, fail);
      break;
    default:
      CHECK(false);
  }
  emit_.Release(mark);
  Leave();
}

void Compiler::AsPattern(const ast::MatchAs& node, uint32_t subject, Label& fail) {
  if (node.pattern) Pattern(node.pattern, subject, fail);
  if (node.name == 0) return;
  emit_.At(node);
  Capture(node.name, subject);
}

void Compiler::OrPattern(const ast::MatchOr& node, uint32_t subject, Label& fail) {
  auto patterns = tree_.List(node.patterns);
  uint32_t first = next_capture_;
  uint64_t entry = assigned_;
  Label end;
  for (uint32_t i = 0; i + 1 < patterns.size() && !stopped(); ++i) {
    Label next;
    next_capture_ = first;
    Pattern(patterns[i], subject, next);
    emit_.Jump(end);
    emit_.Bind(next);
    assigned_ = entry;
  }
  next_capture_ = first;
  Pattern(patterns.back(), subject, fail);
  assigned_ = entry;
  emit_.Bind(end);
}

void Compiler::ValuePattern(const ast::MatchValue& node, uint32_t subject, Label& fail) {
  uint32_t constant = ConstantOf(node.value);
  if (constant <= kMaxSmallConstant) return Fused(Opcode::kJUMP_EQUAL_K, subject, constant, false, fail);
  uint32_t value = Operand(node.value);
  emit_.At(node);
  Fused(Opcode::kJUMP_EQUAL, subject, value, false, fail);
}

void Compiler::SingletonPattern(const ast::MatchSingleton& node, uint32_t subject, Label& fail) {
  if (node.value.type == ConstantType::kNone) return Fused(Opcode::kJUMP_IS_NONE, subject, 0, false, fail);
  uint32_t value = emit_.Temporary();
  LoadConstant(LiteralConstant(node.value), value);
  Fused(Opcode::kJUMP_IS, subject, value, false, fail);
}

// Fails unless len(subject) compares with `length` as asked.
void Compiler::JumpUnlessLength(Opcode op, Opcode with_constant, uint32_t subject, uint32_t length, Label& fail) {
  uint32_t mark = emit_.top();
  uint32_t have = emit_.Temporary();
  emit_.Emit(Opcode::kLENGTH, have, subject);
  uint32_t constant = constants_.OfValue(Value::SmallInt(length));
  if (constant == kNoConstant) emit_.Stop();
  if (constant <= kMaxSmallConstant) {
    Fused(with_constant, have, constant, false, fail);
  } else {
    uint32_t wanted = emit_.Temporary();
    LoadValue(Value::SmallInt(length), wanted);
    Fused(op, have, wanted, false, fail);
  }
  emit_.Release(mark);
}

void Compiler::SequencePattern(const ast::MatchSequence& node, uint32_t subject, Label& fail) {
  auto patterns = tree_.List(node.patterns);
  uint32_t size = patterns.size();
  uint32_t star = size;
  bool only_wildcards = true, star_is_wildcard = false;
  for (uint32_t i = 0; i < size; ++i) {
    if (auto* starred = tree_.GetIf<ast::MatchStar>(patterns[i])) {
      star = i;
      star_is_wildcard = starred->name == 0;
      only_wildcards &= star_is_wildcard;
    } else {
      only_wildcards &= IsWildcard(patterns[i]);
    }
  }
  Fused(Opcode::kJUMP_SEQUENCE, subject, 0, false, fail);
  if (star == size) {
    JumpUnlessLength(Opcode::kJUMP_EQUAL, Opcode::kJUMP_EQUAL_K, subject, size, fail);
  } else if (size > 1) {
    JumpUnlessLength(Opcode::kJUMP_GREATER_EQUAL, Opcode::kJUMP_GREATER_EQUAL_K, subject, size - 1, fail);
  }
  if (only_wildcards) return;
  if (star_is_wildcard) return SequenceItems(node, subject, star, fail);
  uint32_t first = emit_.Temporaries(size);
  emit_.Release(first);
  if (star == size) {
    emit_.Emit(Opcode::kUNPACK, first, subject, size);
  } else {
    emit_.Emit(Opcode::kUNPACK_STAR, first, subject);
    emit_.Extend(static_cast<uint16_t>(star), size - star - 1);
  }
  emit_.Temporaries(size);
  for (uint32_t i = 0; i < size && !stopped(); ++i) Pattern(patterns[i], first + i, fail);
}

// `[a, *_, b]`: nothing is unpacked, each item that a pattern looks at is fetched by its index.
void Compiler::SequenceItems(const ast::MatchSequence& node, uint32_t subject, uint32_t star, Label& fail) {
  auto patterns = tree_.List(node.patterns);
  for (uint32_t i = 0; i < patterns.size() && !stopped(); ++i) {
    if (i == star || IsWildcard(patterns[i])) continue;
    uint32_t mark = emit_.top();
    uint32_t item = emit_.Temporary();
    emit_.At(node);
    if (i < star) {
      LoadValue(Value::SmallInt(i), item);
    } else {
      emit_.Emit(Opcode::kLENGTH, item, subject);
      uint32_t back = emit_.Temporary();
      LoadValue(Value::SmallInt(patterns.size() - i), back);
      emit_.Emit(Opcode::kSUB, item, item, back);
    }
    emit_.Emit(Opcode::kSUBSCRIPT, item, subject, item);
    Pattern(patterns[i], item, fail);
    emit_.Release(mark);
  }
}

void Compiler::MappingPattern(const ast::MatchMapping& node, uint32_t subject, Label& fail) {
  auto keys = tree_.List(node.keys);
  auto patterns = tree_.List(node.patterns);
  uint32_t size = keys.size();
  Fused(Opcode::kJUMP_MAPPING, subject, 0, false, fail);
  if (size != 0) JumpUnlessLength(Opcode::kJUMP_GREATER_EQUAL, Opcode::kJUMP_GREATER_EQUAL_K, subject, size, fail);
  if (size == 0 && node.rest == 0) return;
  uint32_t first_key = emit_.top();
  for (NodeRef key : keys) {
    if (stopped()) return;
    Into(key, emit_.Temporary());
  }
  emit_.At(node);
  if (size != 0) {
    uint32_t values = emit_.Temporary();
    emit_.Emit(Opcode::kBUILD_TUPLE, values, first_key, size);
    emit_.Emit(Opcode::kMATCH_KEYS, values, subject, values);
    Fused(Opcode::kJUMP_IS_NONE, values, 0, true, fail);
    uint32_t first = emit_.Temporaries(size);
    emit_.Release(first);
    emit_.Emit(Opcode::kUNPACK, first, values, size);
    emit_.Temporaries(size);
    for (uint32_t i = 0; i < size && !stopped(); ++i) Pattern(patterns[i], first + i, fail);
  }
  if (node.rest == 0) return;
  emit_.At(node);
  uint32_t rest = emit_.Temporary();
  emit_.Emit(Opcode::kBUILD_DICT, rest, rest, 0);
  emit_.Emit(Opcode::kDICT_UPDATE, rest, subject);
  for (uint32_t i = 0; i < size; ++i) emit_.Emit(Opcode::kDELETE_SUBSCRIPT, rest, first_key + i);
  Capture(node.rest, rest);
}

void Compiler::ClassPattern(const ast::MatchClass& node, uint32_t subject, Label& fail) {
  auto positional = tree_.List(node.patterns);
  auto named = tree_.List(node.kwd_patterns);
  uint32_t size = positional.size() + named.size();
  uint32_t values = emit_.Temporary();
  uint32_t cls = OperandVia(node.cls, values);
  uint32_t bottom = chain_.size();
  for (Identifier name : tree_.List<Identifier>(node.kwd_attrs)) {
    if (!stopped() && !chain_.Push(scratch_, NameConstant(name))) OutOfMemory();
  }
  if (stopped()) return;
  uint32_t names = constants_.OfTuple(chain_.data() + bottom, chain_.size() - bottom);
  chain_.Truncate(bottom);
  if (names == kNoConstant) emit_.Stop();
  emit_.At(node);
  emit_.Emit(Opcode::kMATCH_CLASS, values, subject, cls);
  emit_.Extend(static_cast<uint16_t>(positional.size()), names);
  Fused(Opcode::kJUMP_IS_NONE, values, 0, true, fail);
  if (size == 0) return;
  uint32_t first = emit_.Temporaries(size);
  emit_.Release(first);
  emit_.Emit(Opcode::kUNPACK, first, values, size);
  emit_.Temporaries(size);
  for (uint32_t i = 0; i < size && !stopped(); ++i) {
    Pattern(i < positional.size() ? positional[i] : named[i - positional.size()], first + i, fail);
  }
}

}  // namespace garter
