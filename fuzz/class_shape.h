// What the generator knows of a class it has written: how to make an instance, and each thing that may be asked of one,
// with the contract of the answer. So `o.total + 1` is made where an int is wanted just as `n + 1` is.
//
// Why programs with classes terminate: a method, however it is called (`o + 1`, `print(o)`, `o < p`), is a function,
// and a function uses only what was defined above it. The contract of an instance names its exact class, so a method
// that a subclass overrides is reached from above only through `self`; and an overriding method uses nothing of `self`
// but its fields and the method it overrides.
#ifndef GARTER_FUZZ_CLASS_SHAPE_H_
#define GARTER_FUZZ_CLASS_SHAPE_H_

#include <string>
#include <vector>

#include "fuzz/text.h"
#include "fuzz/value_type.h"

namespace garter::fuzz {

enum class ParameterKind : uint8_t { kPositionalOnly, kPlain, kVarArgs, kKeywordOnly, kVarKeywords };

struct Parameter {
  std::string name;
  ValueType type;  // Of one element, for *args and **kwargs.
  ParameterKind kind = ParameterKind::kPlain;
  bool has_default = false;
};

// One thing to be asked of an instance. In `text`, `$` stands for it and `#` for an operand.
struct Member {
  std::string text;
  std::string inside;  // The same in the class's own methods, where a private name is not mangled yet; "" if no other.
  ValueType result;
  bool call = false;  // Arguments follow.
  std::vector<Parameter> parameters;
  bool has_operand = false;
  ValueType operand;
  int precedence = kPrimary;  // Of the whole, and what it needs on its left and right.
  int left = kPrimary;
  int right = kConditional;
  double cost = 1;
  bool mutates = false;
  bool fresh = false;        // The answer is new.
  bool settable = false;     // `text = value` keeps the contract.
  bool statement = false;    // No expression: `$ += #`, `$[#] = ...`.
  bool field = false;        // Stored in the instance.
  bool self_result = false;  // The answer is the instance itself.
  std::string method;        // The name that a subclass may override.
};

struct ClassShape {
  std::string name;
  int number = 0;
  int64_t traits = 0;
  std::vector<Parameter> parameters;         // Of the constructor ...
  std::string constructor;                   // ... whose text stands here, `Name` or `Name.make`.
  std::vector<std::string> members_by_name;  // An enumeration has these instead: `Name.RED`.
  std::vector<Member> members;
  std::vector<Member> on_class;      // Asked of the class: `$` is its name.
  std::vector<std::string> special;  // The special methods it has: "add", "len", ...
  std::vector<std::string> match_args;
  std::vector<ValueType> match_types;
  bool has_init = false;  // A subclass calls it.
  bool has_slots = false;
  bool final = false;  // No subclasses.
  bool iterable = false;
  bool manager = false;  // `with` takes it; it does not suppress.
  ValueType element;     // What iteration yields ...
  int64_t count = 0;     // ... and at most how often.
  double cost = 2;       // Of making one.
  bool mutates = false;

  ValueType Type() const { return InstanceType(number, traits); }
};

}  // namespace garter::fuzz

#endif  // GARTER_FUZZ_CLASS_SHAPE_H_
