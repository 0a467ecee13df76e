// Which protocol an opcode stands for, with its operands: what runs when its Try form has met an object of the program.
#include "interpreter/vm/ask.h"
#include "interpreter/vm/classes.h"
#include "interpreter/vm/frames.h"
#include "interpreter/vm/operators.h"

namespace garter {
namespace {

// A register, of the frame `fp`.
Value R(const Value* fp, int16_t operand) { return fp[operand]; }

struct Question {
  Value* out;
  Step As(Protocol protocol, uint32_t detail, Value a, Value b = kUnbound, Value c = kUnbound) const {
    out[0] = ProtocolCode(protocol, detail);
    out[1] = a;
    out[2] = b;
    out[3] = c;
    return Step::Done(kNone);
  }
};

}  // namespace

Step QuestionOf(Vm& vm, const Value* fp, const Instruction* i, Value* out) {
  const Question question{out};
  auto name = [&] { return vm.constants[i[1].y()]; };
  switch (i->opcode()) {
#define BINARY(NAME, kind)                                                                                  \
  case Opcode::k##NAME:                                                                                     \
    return question.As(Protocol::kBinary, static_cast<uint32_t>(BinaryOp::kind), R(fp, i->b), R(fp, i->c)); \
  case Opcode::kINPLACE_##NAME:                                                                             \
    return question.As(Protocol::kBinary, static_cast<uint32_t>(BinaryOp::kind) | kInplace, R(fp, i->b), R(fp, i->c));
#define BINARY_CONSTANT(NAME, kind) \
  case Opcode::k##NAME##_K:         \
    return question.As(Protocol::kBinary, static_cast<uint32_t>(BinaryOp::kind), R(fp, i->b), vm.constants[i->c]);
#define INPLACE_CONSTANT(NAME, kind)                                                                     \
  case Opcode::kINPLACE_##NAME##_K:                                                                      \
    return question.As(Protocol::kBinary, static_cast<uint32_t>(BinaryOp::kind) | kInplace, R(fp, i->b), \
                       vm.constants[i->c]);
#define BOTH(NAME, kind) BINARY(NAME, kind) BINARY_CONSTANT(NAME, kind)
    BOTH(ADD, kAdd)
    BOTH(SUB, kSub)
    BOTH(MUL, kMul)
    BOTH(TRUEDIV, kTrueDiv)
    BOTH(FLOORDIV, kFloorDiv)
    BOTH(MOD, kMod)
    BOTH(POW, kPow)
    BOTH(LSHIFT, kLShift)
    BOTH(RSHIFT, kRShift)
    BOTH(AND, kAnd)
    BOTH(OR, kOr)
    BOTH(XOR, kXor)
    BINARY(MATMUL, kMatMul)
    INPLACE_CONSTANT(ADD, kAdd)
    INPLACE_CONSTANT(SUB, kSub)
    INPLACE_CONSTANT(MUL, kMul)
#undef BOTH
#undef BINARY
#undef BINARY_CONSTANT
#undef INPLACE_CONSTANT
#define COMPARISON(NAME, kind)                                                                                    \
  case Opcode::k##NAME:                                                                                           \
    return question.As(Protocol::kRichCompare, static_cast<uint32_t>(CompareOp::kind), R(fp, i->b), R(fp, i->c)); \
  case Opcode::kJUMP_##NAME:                                                                                      \
    return question.As(Protocol::kCompare, static_cast<uint32_t>(CompareOp::kind), R(fp, i->a), R(fp, i->b));     \
  case Opcode::kJUMP_##NAME##_K:                                                                                  \
    return question.As(Protocol::kCompare, static_cast<uint32_t>(CompareOp::kind), R(fp, i->a), vm.constants[i->b]);
    COMPARISON(LESS, kLess)
    COMPARISON(LESS_EQUAL, kLessEqual)
    COMPARISON(EQUAL, kEqual)
    COMPARISON(NOT_EQUAL, kNotEqual)
    COMPARISON(GREATER, kGreater)
    COMPARISON(GREATER_EQUAL, kGreaterEqual)
#undef COMPARISON
    case Opcode::kNEGATIVE:
      return question.As(Protocol::kNegative, 0, R(fp, i->b));
    case Opcode::kPOSITIVE:
      return question.As(Protocol::kPositive, 0, R(fp, i->b));
    case Opcode::kINVERT:
      return question.As(Protocol::kInvert, 0, R(fp, i->b));
    case Opcode::kNOT:
      return question.As(Protocol::kTruth, 0, R(fp, i->b));
    case Opcode::kJUMP_TRUE:
    case Opcode::kJUMP_FALSE:
      return question.As(Protocol::kTruth, 0, R(fp, i->a));
    case Opcode::kIN:
    case Opcode::kNOT_IN:
      return question.As(Protocol::kContains, 0, R(fp, i->c), R(fp, i->b));
    case Opcode::kJUMP_IN:
      return question.As(Protocol::kContains, 0, R(fp, i->b), R(fp, i->a));
    case Opcode::kBUILD_SET:
    case Opcode::kBUILD_DICT: {
      bool pairs = i->opcode() == Opcode::kBUILD_DICT;
      Value items = vm.NewTuple(&fp[i->b], static_cast<uint32_t>(i->c) << pairs, true);
      if (items.IsUnbound()) return vm.NoRoom();
      return question.As(pairs ? Protocol::kBuildDict : Protocol::kBuildSet, 0, items);
    }
    case Opcode::kSET_ADD:
      return question.As(Protocol::kSetAdd, 0, R(fp, i->a), R(fp, i->b));
    case Opcode::kDICT_SET:
      return question.As(Protocol::kSetItem, 0, R(fp, i->a), R(fp, i->b), R(fp, i->c));
    case Opcode::kDICT_UPDATE:
      return question.As(Protocol::kUpdateDict, 0, R(fp, i->a), R(fp, i->b));
    case Opcode::kDICT_MERGE:
      return question.As(Protocol::kMergeDict, 0, R(fp, i->a), R(fp, i->b), R(fp, i->c));
    case Opcode::kSUBSCRIPT:
      return question.As(Protocol::kGetItem, 0, R(fp, i->b), R(fp, i->c));
    case Opcode::kSUBSCRIPT_K:
      return question.As(Protocol::kGetItem, 0, R(fp, i->b), vm.constants[i->c]);
    case Opcode::kSUBSCRIPT_SLICE:
      return question.As(Protocol::kGetSlice, 0, R(fp, i->b), fp[i->c], fp[i->c - 1]);
    case Opcode::kSTORE_SUBSCRIPT:
      return question.As(Protocol::kSetItem, 0, R(fp, i->a), R(fp, i->b), R(fp, i->c));
    case Opcode::kDELETE_SUBSCRIPT:
      return question.As(Protocol::kDeleteItem, 0, R(fp, i->a), R(fp, i->b));
    case Opcode::kLOAD_ATTRIBUTE:
      return question.As(Protocol::kGetAttribute, 0, R(fp, i->b), name());
    case Opcode::kLOAD_METHOD:
      return question.As(Protocol::kGetAttribute, 0, R(fp, i->b), name());
    case Opcode::kSTORE_ATTRIBUTE:
      return question.As(Protocol::kSetAttribute, 0, R(fp, i->a), name(), R(fp, i->b));
    case Opcode::kDELETE_ATTRIBUTE:
      return question.As(Protocol::kDeleteAttribute, 0, R(fp, i->a), name());
    case Opcode::kLOAD_NAME:
      return question.As(Protocol::kLoadName, 0, R(fp, i->b), vm.constants[vm.image->global_names[i[1].y()]]);
    case Opcode::kLOAD_CLASS_FREE: {
      // Asked twice, whether the namespace has the name and for it: the native gets the cell's content along.
      Value content = vm.heap.At<Cell>(FunctionOf(vm, fp)->cells()[i->c])->value;
      return question.As(Protocol::kLoadName, 1, R(fp, i->b), vm.constants[vm.image->global_names[i[1].y()]], content);
    }
    case Opcode::kSTORE_NAME:
      return question.As(Protocol::kSetItem, 0, R(fp, i->b), vm.constants[vm.image->global_names[i[1].y()]],
                         R(fp, i->a));
    case Opcode::kDELETE_NAME:
      return question.As(Protocol::kDeleteItem, 0, R(fp, i->b), vm.constants[vm.image->global_names[i[1].y()]]);
    case Opcode::kGET_ITER:
    case Opcode::kGET_YIELD_FROM_ITER:
      return question.As(Protocol::kGetIter, 0, R(fp, i->b));
    case Opcode::kLENGTH:
      return question.As(Protocol::kLength, 0, R(fp, i->b));
    case Opcode::kLOAD_SPECIAL: {
      Value manager = R(fp, i->b);
      return question.As(Protocol::kGetDescriptor, 0, SpecialOf(vm, manager, static_cast<SpecialMethod>(i->c)), manager,
                         ClassOf(vm, manager));
    }
    case Opcode::kFORMAT:
      return question.As(Protocol::kFormatValue, static_cast<uint32_t>(i->c), R(fp, i->b));
    case Opcode::kFORMAT_SPEC:
      return question.As(Protocol::kFormatValue, static_cast<uint32_t>(i->c), R(fp, i->b), fp[i->b - 1]);
    case Opcode::kMATCH_EXCEPTION:
      return question.As(Protocol::kMatchException, 0, R(fp, i->b), R(fp, i->c));
    case Opcode::kRAISE:
      return question.As(Protocol::kRaise, 0, R(fp, i->a), i->c != 0 ? R(fp, i->b) : kUnbound);
    default:
      break;
  }
  CHECK(false);  // no other opcode asks
  __builtin_unreachable();
}

}  // namespace garter
