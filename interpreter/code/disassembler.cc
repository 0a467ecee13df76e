#include "interpreter/code/disassembler.h"

#include <charconv>

#include "interpreter/base/utf8.h"
#include "interpreter/heap/object.h"
#include "interpreter/vm/operators.h"

namespace garter {
namespace {

class Disassembler {
 public:
  Disassembler(const ProgramImage& image, const DisassemblyOptions& options, void (*write)(void*, std::string_view),
               void* context)
      : image_(image), options_(options), write_(write), context_(context) {}

  void Run() {
    for (uint32_t i = 0; i < image_.code_count; ++i) Code(i);
  }

 private:
  void Text(std::string_view text) { write_(context_, text); }
  void Number(int64_t number) {
    char digits[24];
    auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
    Text({digits, static_cast<size_t>(end - digits)});
  }
  void Padded(int64_t number, int width) {
    int digits = 1;
    for (int64_t rest = number; rest >= 10; rest /= 10) ++digits;
    for (; digits < width; ++digits) Text(" ");
    Number(number);
  }

  template <typename T>
  const T* Frozen(Value value) const {
    return reinterpret_cast<const T*>(image_.frozen + (value.handle() - kFrozenBase));
  }

  void Characters(const Str& str, bool quoted) {
    constexpr uint32_t kMost = 60;
    for (uint32_t i = 0; i < str.length && (i < kMost || !quoted); ++i) {
      uint32_t c = 0;
      std::memcpy(&c, str.inline_data() + size_t{i} * static_cast<size_t>(str.width()),
                  static_cast<size_t>(str.width()));
      char utf8[4];
      if (quoted && (c < 0x20 || c == '\'' || c == '\\' || (c >= 0x7F && c < 0xA0) || IsSurrogate(c))) {
        Text("\\x");
        char hex[8];
        auto end = std::to_chars(hex, hex + sizeof hex, c, 16).ptr;
        Text({hex, static_cast<size_t>(end - hex)});
        Text(";");
      } else {
        Text({utf8, static_cast<size_t>(EncodeUtf8(c, utf8))});
      }
    }
    if (quoted && str.length > kMost) Text("...");
  }
  void Name(uint32_t constant) { Characters(*Frozen<Str>(image_.constants[constant]), false); }

  // Tuples within tuples are cut: their depth is the program's.
  void Constant(Value value, int depth = 0) {
    switch (value.kind()) {
      case Kind::kSmallInt:
        return Number(value.AsSmallInt());
      case Kind::kFloat: {
        char digits[40];
        auto end = std::to_chars(digits, digits + sizeof digits, value.AsDouble()).ptr;
        return Text({digits, static_cast<size_t>(end - digits)}), Text("f");
      }
      case Kind::kComplex:
        Constant(Frozen<Complex>(value)->imag, depth);
        return Text("j");  // a literal has no other part
      case Kind::kNone:
        return Text("None");
      case Kind::kBool:
        return Text(value.IsTrue() ? "True" : "False");
      case Kind::kEllipsis:
        return Text("Ellipsis");
      case Kind::kStr:
        Text("'");
        Characters(*Frozen<Str>(value), true);
        return Text("'");
      case Kind::kBytes:
        Text("bytes[");
        Number(Frozen<Bytes>(value)->length);
        return Text("]");
      case Kind::kInt:
        Text("int[");
        Number(Frozen<Int>(value)->limb_count);
        return Text(" limbs]");
      case Kind::kBuiltin:
        return Text("native "), Text(InternalRow(value.payload() & 0x7FFF).name);
      case Kind::kTuple: {
        const Tuple& tuple = *Frozen<Tuple>(value);
        Text("(");
        for (uint32_t i = 0; i < tuple.count; ++i) {
          if (i != 0) Text(", ");
          if (depth > 3 || i == 10) {
            Text("...");
            break;
          }
          Constant(tuple.items()[i], depth + 1);
        }
        return Text(")");
      }
      default:
        return Text("?");
    }
  }

  void Code(uint32_t index) {
    code_ = &image_.codes[index];
    Text(index == 0 ? "code " : "\ncode ");
    Number(index);
    Text(": ");
    Name(code_->qualified_name);
    Text("  registers ");
    Number(code_->register_count);
    Text(" line ");
    Number(code_->first_line);
    static constexpr const char* kFlags[] = {" *args",  " **kwargs",      " generator", " module",
                                             " lambda", " comprehension", " simple",    " hidden"};
    for (int i = 0; i < 8; ++i) {
      if ((code_->flags >> i & 1) != 0) Text(kFlags[i]);
    }
    Text("\n");
    if (code_->local_count != 0) {
      Text("  locals");
      for (uint32_t i = 0; i < code_->local_count; ++i) {
        Text(" r");
        Number(i);
        Text("=");
        Name(image_.names[code_->local_names + i]);
      }
      Text("\n");
    }
    if (code_->free_count != 0) {
      Text("  free");
      for (uint32_t i = 0; i < code_->free_count; ++i) {
        Text(" ");
        Name(image_.names[code_->free_names + i]);
      }
      Text("\n");
    }
    for (pc_ = code_->entry; pc_ < code_->end; ++pc_) Line();
    for (uint32_t i = 0; i < code_->handler_count; ++i) {
      const Handler& handler = image_.handlers[code_->handlers + i];
      Text("  handler ");
      Number(handler.start);
      Text("..");
      Number(handler.end);
      Text(" -> ");
      Number(handler.target);
      Text(" r");
      Number(handler.reg);
      Text(" live ");
      Number(handler.live);
      Text("\n");
    }
  }

  void Line() {
    const Instruction& instruction = image_.instructions[pc_];
    const Location& location = image_.locations[pc_];
    bool is_same = pc_ > code_->entry && image_.locations[pc_ - 1].line == location.line;
    if (options_.positions) {
      Number(location.line);
      Text(":");
      Number(location.column);
      Text("-");
      Number(location.end_line);
      Text(":");
      Number(location.end_column);
      Text("\t");
    } else if (is_same || location.line == 0) {
      Text("     ");
    } else {
      Padded(location.line, 5);
    }
    Padded(pc_, 6);
    if (options_.live) {
      Text(" [");
      Number(image_.live[pc_]);
      Text("]");
    }
    Text("  ");
    Operands(instruction);
    Text("\n");
  }

  void Operands(const Instruction& instruction) {
    const OpcodeInfo& info = kOpcodeInfo[instruction.op];
    Text(info.name);
    if (instruction.opcode() == Opcode::kEXT) return Extension(image_.instructions[pc_ - 1], instruction);
    Field(info.format[0], instruction.a);
    if (info.format[1] == 'X' || info.format[1] == 'J') return Wide(instruction);
    Field(info.format[1], instruction.b);
    Field(info.format[2], instruction.c);
  }

  void Field(char format, int16_t field) {
    if (format == 'D' || format == 'R' || format == 'W') {
      Text(" r");
      Number(Instruction::ToRegister(field));
    } else if (format == 'K') {
      Text(" ");
      Constant(image_.constants[field]);
    } else if (format == 'I') {
      Text(" #");
      Number(field);
    }
  }

  void Wide(const Instruction& instruction) {
    Text(" ");
    switch (instruction.opcode()) {
      case Opcode::kLOAD_CONST:
        return Constant(image_.constants[instruction.bx]);
      case Opcode::kLOAD_GLOBAL:
      case Opcode::kSTORE_GLOBAL:
      case Opcode::kDELETE_GLOBAL:
        return Name(image_.global_names[instruction.bx]);
      case Opcode::kLOAD_INT:
        return Number(instruction.bx);
      default:
        Text("-> ");
        return Number(instruction.bx);
    }
  }

  void Extension(const Instruction& owner, const Instruction& extension) {
    switch (owner.opcode()) {
      case Opcode::kLOAD_ATTRIBUTE:
      case Opcode::kSTORE_ATTRIBUTE:
      case Opcode::kDELETE_ATTRIBUTE:
      case Opcode::kLOAD_METHOD:
        Text(" .");
        return Name(extension.y());
      case Opcode::kLOAD_NAME:
      case Opcode::kSTORE_NAME:
      case Opcode::kDELETE_NAME:
        Text(" ");
        return Name(image_.global_names[extension.y()]);
      case Opcode::kCALL_KEYWORDS:
        Text(extension.x() != 0 ? " method " : " ");
        return Constant(image_.constants[extension.y()]);
      case Opcode::kMAKE_FUNCTION:
        Text(" code ");
        Number(extension.y());
        Text(" cells ");
        return Number(extension.x());
      default:
        Text(" #");
        Number(extension.x());
        Text(" #");
        return Number(extension.y());
    }
  }

  const ProgramImage& image_;
  const DisassemblyOptions& options_;
  void (*write_)(void*, std::string_view);
  void* context_;
  const CodeInfo* code_ = nullptr;
  uint32_t pc_ = 0;
};

}  // namespace

void Disassemble(const ProgramImage& image, const DisassemblyOptions& options, void (*write)(void*, std::string_view),
                 void* context) {
  Disassembler(image, options, write, context).Run();
}

}  // namespace garter
