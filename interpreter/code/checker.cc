#include "interpreter/code/checker.h"

#include <string_view>

namespace garter {
namespace {

// What the table says must follow an opcode. Every compilation is checked, so it is read from the texts once, by the
// compiler of this file.
enum class Follower : uint8_t { kNone, kJump, kExtension };

struct Followers {
  Follower of[kOpcodeCount];
};

constexpr Followers kFollowers = [] {
  Followers all = {};
  for (int op = 0; op < kOpcodeCount; ++op) {
    std::string_view text = kOpcodeInfo[op].text;
    if (text.find("+JUMP") != std::string_view::npos) all.of[op] = Follower::kJump;
    if (text.find("+EXT") != std::string_view::npos) all.of[op] = Follower::kExtension;
  }
  return all;
}();

class Checker {
 public:
  explicit Checker(const ProgramImage& image) : image_(image) {}

  ImageCheck Run() {
    uint32_t at = 0;
    for (uint32_t i = 0; i < image_.code_count && ok(); ++i) {
      const CodeInfo& code = image_.codes[i];
      Expect(code.entry == at && code.end > code.entry && code.end <= image_.instruction_count,
             "codes do not lie one after another");
      if (ok()) CheckCode(code);
      at = code.end;
    }
    Expect(at == image_.instruction_count, "instructions belong to no code");
    for (uint32_t i = 0; i < image_.name_count; ++i) Expect(IsName(image_.names[i]), "a name is no str");
    for (uint32_t i = 0; i < image_.global_count; ++i) Expect(IsName(image_.global_names[i]), "a name is no str");
    return result_;
  }

 private:
  bool ok() const { return result_.ok(); }
  void Expect(bool condition, const char* problem) {
    if (!condition && ok()) result_ = {problem, pc_};
  }
  bool IsName(uint32_t constant) const {
    return constant < image_.constant_count && image_.constants[constant].IsStr();
  }

  void CheckCode(const CodeInfo& code) {
    code_ = &code;
    pc_ = code.entry;
    Expect(code.local_count <= code.register_count, "more locals than registers");
    Expect(code.local_names + code.local_count <= image_.name_count, "names of locals");
    Expect(code.free_names + code.free_count <= image_.name_count, "names of free variables");
    Expect(IsName(code.name) && IsName(code.qualified_name), "name of a code");
    Expect(code.doc == kNoConstant || IsName(code.doc), "docstring");
    Expect(code.handlers + code.handler_count <= image_.handler_count, "handlers");
    for (uint32_t i = 0; i < code.handler_count && ok(); ++i) {
      const Handler& handler = image_.handlers[code.handlers + i];
      Expect(
          handler.start < handler.end && IsTarget(handler.start) && handler.end <= code.end && IsTarget(handler.target),
          "a handler leaves its code");
      Expect(handler.reg < code.register_count && handler.live <= code.register_count, "a handler's registers");
    }
    for (pc_ = code.entry; pc_ < code.end && ok(); pc_ += Length(image_.instructions[pc_])) CheckInstruction();
    Expect(pc_ == code.end, "the last instruction runs over the end");
    Opcode last = image_.instructions[code.end - 1].opcode();
    Expect(last == Opcode::kRETURN || last == Opcode::kRETURN_NONE || last == Opcode::kRERAISE ||
               last == Opcode::kJUMP || last == Opcode::kLOOP,
           "a code does not end");
  }

  static uint32_t Length(const Instruction& instruction) {
    if (instruction.op >= kOpcodeCount) return 1;
    return kFollowers.of[instruction.op] == Follower::kNone ? 1 : 2;
  }
  bool IsTarget(uint32_t pc) const {
    return pc >= code_->entry && pc < code_->end && image_.instructions[pc].opcode() != Opcode::kEXT;
  }

  void CheckInstruction() {
    const Instruction& instruction = image_.instructions[pc_];
    Expect(instruction.op < kOpcodeCount && instruction.opcode() != Opcode::kEXT, "no such opcode");
    if (!ok()) return;
    const char* format = kOpcodeInfo[instruction.op].format;
    uint32_t live = image_.live[pc_];
    Expect(live <= code_->register_count && live >= code_->local_count, "live extent");
    bool has_no_message = instruction.opcode() == Opcode::kASSERT_FAIL && instruction.b == 0;
    if (!has_no_message) Field(format[0], instruction.a, live);
    if (format[1] == 'X' || format[1] == 'J') {
      Wide(instruction, format[1]);
    } else {
      Field(format[1], instruction.b, live);
      Field(format[2], instruction.c, live);
    }
    Follower follower = kFollowers.of[instruction.op];
    if (follower == Follower::kJump) {
      Expect(pc_ + 1 < code_->end && image_.instructions[pc_ + 1].opcode() == Opcode::kJUMP, "no JUMP follows");
    }
    if (follower == Follower::kExtension) {
      Expect(pc_ + 1 < code_->end && image_.instructions[pc_ + 1].opcode() == Opcode::kEXT, "no EXT follows");
      if (ok()) Extension(instruction, image_.instructions[pc_ + 1]);
    }
    Window(instruction, live);
  }

  void Field(char format, int16_t field, uint32_t live) {
    if (format == 'D' || format == 'R' || format == 'W') {
      int reg = Instruction::ToRegister(field);
      Expect(reg >= 0 && reg < code_->register_count, "register out of range");
      Expect(format != 'R' || static_cast<uint32_t>(reg) < live, "a dead register is read");
    } else if (format == 'K') {
      Expect(field >= 0 && static_cast<uint32_t>(field) < image_.constant_count, "constant out of range");
    }
  }

  void Wide(const Instruction& instruction, char format) {
    uint32_t operand = static_cast<uint32_t>(instruction.bx);
    switch (instruction.opcode()) {
      case Opcode::kLOAD_CONST:
        return Expect(operand < image_.constant_count, "constant out of range");
      case Opcode::kLOAD_GLOBAL:
      case Opcode::kSTORE_GLOBAL:
      case Opcode::kDELETE_GLOBAL:
        return Expect(operand < image_.global_count, "global out of range");
      case Opcode::kLOOP:
        return Expect(IsTarget(operand) && operand <= pc_, "LOOP goes forward");
      default:
        if (format == 'J') Expect(IsTarget(operand), "jump out of its code");
    }
  }

  void Extension(const Instruction& instruction, const Instruction& extension) {
    switch (instruction.opcode()) {
      case Opcode::kLOAD_ATTRIBUTE:
      case Opcode::kSTORE_ATTRIBUTE:
      case Opcode::kDELETE_ATTRIBUTE:
      case Opcode::kLOAD_METHOD:
        Expect(IsName(extension.y()), "attribute without a name");
        return Expect(extension.x() == kNoCache || extension.x() < image_.cache_count, "cache out of range");
      case Opcode::kLOAD_NAME:
      case Opcode::kSTORE_NAME:
      case Opcode::kDELETE_NAME:
      case Opcode::kLOAD_CLASS_FREE:
        return Expect(extension.y() < image_.global_count, "global out of range");
      case Opcode::kCALL_KEYWORDS:
        return Expect(extension.y() < image_.constant_count && image_.constants[extension.y()].IsObject(Kind::kTuple) &&
                          extension.x() <= 1,
                      "keywords without names");
      case Opcode::kMATCH_CLASS:
        return Expect(extension.y() < image_.constant_count && image_.constants[extension.y()].IsObject(Kind::kTuple),
                      "a class pattern without names");
      case Opcode::kMAKE_FUNCTION:
        Expect(extension.y() < image_.code_count, "code out of range");
        if (ok()) Expect(image_.codes[extension.y()].free_count == extension.x(), "wrong number of cells");
        return;
      default:
        return;
    }
  }

  // The registers of a window beyond its first.
  void Window(const Instruction& instruction, uint32_t live) {
    uint32_t first = 0, count = 0;
    uint32_t b = static_cast<uint32_t>(Instruction::ToRegister(instruction.b));
    uint32_t c = static_cast<uint32_t>(instruction.c);
    bool is_read = true;
    switch (instruction.opcode()) {
      case Opcode::kBUILD_TUPLE:
      case Opcode::kBUILD_LIST:
      case Opcode::kBUILD_SET:
      case Opcode::kBUILD_STRING:
        first = b, count = c;
        break;
      case Opcode::kBUILD_DICT:
        first = b, count = 2 * c;
        break;
      case Opcode::kBUILD_SLICE:
        first = b, count = 3;
        break;
      case Opcode::kFORMAT_SPEC:
        first = b, count = 2;
        break;
      case Opcode::kSUBSCRIPT_SLICE:
        first = static_cast<uint32_t>(Instruction::ToRegister(instruction.c)), count = 2;
        break;
      case Opcode::kUNPACK:
        first = static_cast<uint32_t>(Instruction::ToRegister(instruction.a)), count = c, is_read = false;
        break;
      case Opcode::kEXCEPTION_PARTS:
        first = static_cast<uint32_t>(Instruction::ToRegister(instruction.a)), count = 3, is_read = false;
        break;
      case Opcode::kMATCH_GROUP:
        first = static_cast<uint32_t>(Instruction::ToRegister(instruction.a)), count = 2, is_read = false;
        break;
      case Opcode::kLOAD_METHOD:
      case Opcode::kLOAD_SPECIAL:
        first = static_cast<uint32_t>(Instruction::ToRegister(instruction.a)), count = 4, is_read = false;
        break;
      case Opcode::kCALL:
      case Opcode::kCALL_KEYWORDS:
        first = b, count = 3 + c;
        break;
      case Opcode::kCALL_METHOD:
        first = b, count = 4 + c;
        break;
      case Opcode::kCALL_SPREAD:
        first = b, count = 4 + c;
        break;
      default:
        return;
    }
    Expect(first + count <= code_->register_count, "window out of range");
    Expect(!is_read || first + count <= live, "a dead window is read");
    bool is_call = instruction.opcode() == Opcode::kCALL || instruction.opcode() == Opcode::kCALL_METHOD;
    Expect(!is_call || first + count == live, "a call's window is not on top");
  }

  const ProgramImage& image_;
  ImageCheck result_;
  const CodeInfo* code_ = nullptr;
  uint32_t pc_ = 0;
};

}  // namespace

ImageCheck CheckImage(const ProgramImage& image) { return Checker(image).Run(); }

}  // namespace garter
