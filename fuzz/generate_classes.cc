// Classes whose instances are values like any other: constructors, fields, methods of every kind, properties, single
// inheritance and mixins, overriding with super(), subclasses of builtin types, exceptions. What a class is good for is
// written down in a ClassShape; see class_shape.h for why such programs end.
#include <algorithm>
#include <utility>

#include "fuzz/program_builder.h"

namespace garter::fuzz {
namespace {

struct FieldName {
  const char* stored;     // As in `self.stored`.
  const char* parameter;  // As the constructor calls it.
};

const FieldName kFieldNames[] = {{"kind", "kind"},     {"limit", "limit"}, {"owner", "owner"}, {"price", "price"},
                                 {"_state", "state"},  {"__pin", "pin"},   {"rank", "rank"},   {"notes", "notes"},
                                 {"height", "height"}, {"color", "color"}, {"_cache", "cache"}};

const char* const kMethodNames[] = {"area", "grow", "describe", "turn", "load",
                                    "emit", "swap", "join_up",  "rate", "reset"};

const char* const kSelfNames[] = {"self", "me", "this"};

std::string Replaced(std::string text, const std::string& what, const std::string& with) {
  size_t at = text.find(what);
  return at == std::string::npos ? text : text.replace(at, what.size(), with);
}

// The arguments that hand the parameters of a method on to another with the same.
std::string PassOn(const std::vector<Parameter>& parameters) {
  std::vector<std::string> pieces;
  for (const Parameter& parameter : parameters) {
    switch (parameter.kind) {
      case ParameterKind::kVarArgs:
        pieces.push_back("*" + parameter.name);
        break;
      case ParameterKind::kVarKeywords:
        pieces.push_back("**" + parameter.name);
        break;
      case ParameterKind::kKeywordOnly:
        pieces.push_back(parameter.name + "=" + parameter.name);
        break;
      default:
        pieces.push_back(parameter.name);
        break;
    }
  }
  return Join(pieces, ", ");
}

bool HasMethod(const ClassShape& shape, const std::string& name) {
  auto named = [&](const Member& member) { return member.text == "$." + name; };
  return std::any_of(shape.members.begin(), shape.members.end(), named) ||
         std::any_of(shape.on_class.begin(), shape.on_class.end(), named);
}

}  // namespace

ClassShape& ProgramBuilder::NewClass() {
  classes_.emplace_back();
  ClassShape& shape = classes_.back();
  shape.number = static_cast<int>(classes_.size()) - 1;
  shape.name = FreshClassName();
  shape.constructor = shape.name;
  return shape;
}

void ProgramBuilder::AddClass(const ClassShape& shape) {
  scopes_.back().classes.push_back({shape.number, open_blocks_.back()});
}

// The receiver's class counts: inside of its methods its name is bound.
std::vector<int> ProgramBuilder::VisibleClasses() const {
  std::vector<int> out;
  for (size_t i = 0; i < scopes_.size(); ++i) {
    if (!SeesScope(i)) continue;
    for (const VisibleClass& visible : scopes_[i].classes) out.push_back(visible.number);
  }
  return out;
}

std::string ProgramBuilder::SelfName() const {
  return kSelfNames[std::min(receivers_.size(), std::size(kSelfNames) - 1)];
}

// ---------------------------------------------------------------------------
// Instances as values.

Expr ProgramBuilder::Construct(int number, int depth) {
  const ClassShape& shape = classes_[static_cast<size_t>(number)];
  Expr out{"", kPrimary, shape.Type(), true};
  Charge(shape.cost);
  if (!shape.members_by_name.empty()) {
    out.text = shape.name + "." + random_.Pick(shape.members_by_name);
    out.fresh = false;
    return out;
  }
  Function call;
  call.parameters = shape.parameters;
  bool outer = literals_only_;
  literals_only_ = literals_only_ || depth < 0;
  out.text = shape.constructor + "(" + ArgumentList(call, std::max(depth, 0)) + ")";
  literals_only_ = outer;
  return out;
}

Expr ProgramBuilder::MakeInstance(const ValueType& want, int depth) {
  const ClassShape& shape = classes_[static_cast<size_t>(want.lo)];
  if (!CanAfford(shape.cost)) return MakeLeaf(want);
  return Construct(shape.number, depth - 1);
}

// The text of a member, asked of `object`.
Expr ProgramBuilder::AskMember(const Expr& object, const Member& member, bool inside, int depth) {
  Charge(member.cost);
  mutates_ = mutates_ || member.mutates;
  const std::string& pattern = inside && !member.inside.empty() ? member.inside : member.text;
  std::string operand;
  if (member.has_operand) operand = Sub(member.operand, depth - 1, member.right);
  Expr out{"", member.precedence, member.result, member.fresh};
  for (char c : pattern) {
    if (c == '$') {
      out.text += member.left == kPrimary ? AsPrimary(object) : Wrap(object, member.left);
    } else if (c == '#') {
      out.text += operand;
    } else {
      out.text += c;
    }
  }
  if (member.call) {
    Function call;
    call.parameters = member.parameters;
    out.text += "(" + ArgumentList(call, depth - 1) + ")";
  }
  return out;
}

Expr ProgramBuilder::TryMember(const ValueType& want, int depth) {
  struct Candidate {
    Expr object;
    const Member* member;
    bool inside;
  };
  std::vector<Candidate> found;
  auto suits = [&](const Member& member) {
    if (member.statement || !CanAfford(member.cost)) return false;
    if (member.mutates && (locked_ > 0 || in_comprehension_)) return false;
    bool number = want.kind == Kind::kInt && member.result.kind == Kind::kInt && want.hi > want.lo;
    return number || Fits(member.result, want, member.fresh);
  };
  VisitVariables([&](Variable& variable, bool) {
    if (variable.type.kind != Kind::kInstance) return;
    const ClassShape& shape = classes_[static_cast<size_t>(variable.type.lo)];
    Expr object{variable.name, kPrimary, variable.type, false};
    for (const Member& member : shape.members) {
      if (suits(member)) found.push_back({object, &member, false});
    }
  });
  bool own_self = std::any_of(scopes_.begin(), scopes_.end(), [](const Scope& scope) { return scope.own_self; });
  for (const Receiver& receiver : receivers_) {
    if (!receiver.members || (own_self && receiver.name == "self")) continue;
    const ClassShape& shape = classes_[static_cast<size_t>(receiver.class_number)];
    Expr object{receiver.name, kPrimary, shape.Type(), false};
    for (const Member& member : shape.members) {
      if (!member.field && suits(member)) found.push_back({object, &member, true});
    }
  }
  std::vector<int> classes = VisibleClasses();
  if (!classes.empty() && !literals_only_ && (found.empty() || random_.Percent(25))) {
    const ClassShape& shape = classes_[static_cast<size_t>(random_.Pick(classes))];
    for (const Member& member : shape.on_class) {
      if (suits(member)) found.push_back({Expr{shape.name, kPrimary, shape.Type(), false}, &member, false});
    }
    if (depth > 1 && CanAfford(shape.cost)) {
      Expr object = Construct(shape.number, depth - 2);
      for (const Member& member : shape.members) {
        if (suits(member)) found.push_back({object, &member, false});
      }
    }
  }
  if (found.empty()) return {};
  Candidate chosen = random_.Pick(found);
  VisitVariables([&](Variable& variable, bool) {
    if (variable.name == chosen.object.text) Use(variable);
  });
  // A copy: the arguments may define nothing, but may look at the same class.
  Member member = *chosen.member;
  return AskMember(chosen.object, member, chosen.inside, depth);
}

// ---------------------------------------------------------------------------
// Class statements.

void ProgramBuilder::ClassStatement() {
  bool module = scopes_.size() == 1 && open_blocks_.size() == 1;
  std::vector<int> classes = VisibleClasses();
  int derive = classes.empty() ? 0 : 1;
  switch (random_.Weighted({40, 34 * derive, 16, 8 * (module ? 1 : 0)})) {
    case 0:
      PlainClass();
      break;
    case 1:
      DerivedClass();
      break;
    case 2:
      BuiltinSubclass();
      break;
    default:
      return ExceptionClass();
  }
  std::vector<int> now = VisibleClasses();
  if (now.empty()) return;
  Expr value = Construct(now.back(), 2);
  std::string name = FreshName();
  Line(name + " = " + value.text);
  Declare(name, value.type);
  if (random_.Percent(70)) Line("print(" + name + ")");
  if (random_.Percent(60)) MemberStatement();
}

void ProgramBuilder::InClass(const std::string& header, const std::function<void()>& body) {
  Line(header);
  ++indent_;
  PushScope(Scope::Kind::kClass);
  size_t before = line_count_;
  body();
  if (line_count_ == before) Line("pass");
  PopScope();
  --indent_;
}

// A body is a block of statements, but its names are seen by it alone.
void ProgramBuilder::ClassBodyStatements(int count) {
  statement_depth_ += 2;
  for (int i = 0; i < count; ++i) {
    switch (random_.Below(6)) {
      case 0:
        AssignStatement();
        break;
      case 1:
        AnnotatedAssign();
        break;
      case 2:
        IfStatement();
        break;
      case 3:
        ForStatement();
        break;
      case 4:
        PrintBriefly();
        break;
      default:
        TryStatement();
        break;
    }
  }
  statement_depth_ -= 2;
}

void ProgramBuilder::DeclareFields(const ClassShape& shape, const std::string& self) {
  for (const Member& member : shape.members) {
    if (!member.field) continue;
    const std::string& text = member.inside.empty() ? member.text : member.inside;
    Variable& variable = Declare(Replaced(text, "$", self), member.result);
    variable.attribute = true;
    variable.captured = true;
  }
}

// `header` has a `$` where the receiver's name stands. With `members`, the body may use what the class has so far.
void ProgramBuilder::InMethod(ClassShape* shape, const std::string& header, Function* function, bool members,
                              const std::function<void()>& body) {
  std::string self = SelfName();
  InFunction(Replaced(header, "$", self), function, [&] {
    receivers_.push_back({self, shape->number, members});
    DeclareFields(*shape, self);
    body();
    receivers_.pop_back();
  });
}

void ProgramBuilder::WriteFields(ClassShape* shape) {
  int64_t count = random_.Between(1, 3);
  size_t first = random_.Below(std::size(kFieldNames));
  std::vector<size_t> added;
  for (int64_t i = 0; i < count; ++i) {
    const FieldName& name = kFieldNames[(first + static_cast<size_t>(i) * 3) % std::size(kFieldNames)];
    std::string stored = name.stored;
    bool hidden = stored.starts_with("__");
    if (HasMethod(*shape, stored) || HasMethod(*shape, "_" + shape->name + stored)) continue;
    bool taken = std::any_of(shape->parameters.begin(), shape->parameters.end(),
                             [&](const Parameter& parameter) { return parameter.name == name.parameter; });
    if (taken) continue;
    Member field;
    field.text = "$." + (hidden ? "_" + shape->name : "") + stored;
    if (hidden) field.inside = "$." + stored;
    field.result = random_.Percent(72) ? RandomScalarType() : RandomType(1);
    if (field.result.kind == Kind::kNone || field.result.kind == Kind::kAny) field.result = RandomIntType();
    field.field = true;
    field.settable = true;
    added.push_back(shape->members.size());
    shape->members.push_back(field);
    shape->match_args.push_back(stored);
    shape->match_types.push_back(field.result);
    Parameter parameter{name.parameter, field.result, ParameterKind::kPlain, false};
    bool after_default = !shape->parameters.empty() && (shape->parameters.back().has_default ||
                                                        shape->parameters.back().kind == ParameterKind::kKeywordOnly);
    parameter.has_default = after_default || random_.Percent(25);
    bool keyword = !shape->parameters.empty() && shape->parameters.back().kind == ParameterKind::kKeywordOnly;
    if (keyword || random_.Percent(10)) parameter.kind = ParameterKind::kKeywordOnly;
    shape->parameters.push_back(parameter);
  }
  WriteConstructor(shape, added);
}

// __init__ sets the fields with these indices; those of the base are set by its own.
void ProgramBuilder::WriteConstructor(ClassShape* shape, const std::vector<size_t>& fields) {
  Function init;
  init.parameters = shape->parameters;
  std::string self = SelfName();
  bool derived = shape->has_init;
  std::string base_arguments;
  if (derived) {
    std::vector<Parameter> passed(shape->parameters.begin(),
                                  shape->parameters.end() - static_cast<std::ptrdiff_t>(fields.size()));
    base_arguments = PassOn(passed);
  }
  std::string header = "def __init__(" + self + ", " + ParameterList(init.parameters) + ")";
  if (init.parameters.empty()) header = "def __init__(" + self + ")";
  if (random_.Percent(10)) header += " -> None";
  InFunction(header + ":", &init, [&] {
    receivers_.push_back({self, shape->number, false});
    if (derived && random_.Percent(70)) {
      Line(random_.Pick<std::string>({"super().__init__(", "super(" + shape->name + ", " + self + ").__init__("}) +
           base_arguments + ")");
      derived = false;
    }
    for (size_t index : fields) {
      const Member& field = shape->members[index];
      const std::string& text = field.inside.empty() ? field.text : field.inside;
      std::string place = Replaced(text, "$", self);
      std::string plain = shape->parameters[shape->parameters.size() - fields.size() + (index - fields.front())].name;
      std::string value = random_.Percent(70) ? plain : Make(field.result, 2).text;
      Line(place + " = " + value);
      Variable& variable = Declare(place, field.result);
      variable.attribute = true;
      variable.captured = true;
    }
    if (derived) Line("super().__init__(" + base_arguments + ")");
    if (random_.Percent(25)) Statement();
    receivers_.pop_back();
  });
  shape->has_init = true;
  shape->cost = init.cost + 1;
  shape->mutates = init.mutates;
}

void ProgramBuilder::PlainClass() {
  ClassShape& shape = NewClass();
  if (random_.Percent(35)) shape.traits |= kHashableTrait;
  if (random_.Percent(20)) shape.traits |= kOrderedTrait;
  std::string header = "class " + shape.name + random_.Pick({"", "", "", "()", "(object)"});
  InClass(header + ":", [&] {
    if (random_.Percent(12)) Line("'''" + std::string(random_.Pick({"Doc.", "What it is."})) + "'''");
    bool constant = random_.Percent(30);
    if (constant) {
      Member member;
      member.text = std::string("$.") + random_.Pick({"CAP", "UNIT", "base_rate"});
      member.result = RandomScalarType();
      Line(Replaced(member.text, "$.", "") + " = " + Make(member.result, 2).text);
      shape.on_class.push_back(member);
      shape.members.push_back(member);
    }
    if (random_.Percent(20)) ClassBodyStatements(static_cast<int>(random_.Between(1, 2)));
    // __slots__ must name fields that are drawn only now, so it is put in where it stands.
    size_t slots_at = program_.source.size();
    std::string indent(static_cast<size_t>(indent_) * 4, ' ');
    WriteFields(&shape);
    if (random_.Percent(15)) {
      std::vector<std::string> names;
      for (const std::string& name : shape.match_args) names.push_back("'" + name + "'");
      program_.source.insert(slots_at, indent + "__slots__ = (" + Join(names, ", ") + ",)\n");
      shape.has_slots = true;
    }
    if (Has(Feature::kMatch) && random_.Percent(70)) {
      std::vector<std::string> names;
      for (const std::string& name : shape.match_args) names.push_back("'" + name + "'");
      Line("__match_args__ = (" + Join(names, ", ") + ",)");
    } else {
      shape.match_args.clear();
    }
    WriteRepresentation(&shape);
    if (shape.traits != 0) WriteComparison(&shape);
    int64_t methods = random_.Between(1, 3);
    for (int64_t i = 0; i < methods; ++i) WriteMethod(&shape);
    SpecialMethods(&shape, static_cast<int>(random_.Between(0, 3)));
  });
  AddClass(shape);
}

void ProgramBuilder::WriteRepresentation(ClassShape* shape) {
  std::string self = SelfName();
  std::vector<std::string> fields;
  for (const Member& member : shape->members) {
    const std::string& text = member.inside.empty() ? member.text : member.inside;
    if (member.field) fields.push_back(Replaced(text, "$", self));
  }
  if (random_.Percent(30) && fields.size() > 1) fields.pop_back();
  std::string name = random_.Percent(50) ? shape->name : "{type(" + self + ").__name__}";
  bool plain = name == shape->name;
  Line("def __repr__(" + self + "):");
  ++indent_;
  switch (random_.Below(plain ? 4 : 2)) {
    case 0:
      Line("return f'" + name + "({" + Join(fields, "!r}, {") + "!r})'");
      break;
    case 1:
      Line("return f'" + name + "({" + Join(fields, "=}, {") + "=})'");
      break;
    case 2:
      Line("return '" + name + "<' + ', '.join([repr(" + Join(fields, "), repr(") + ")]) + '>'");
      break;
    default:
      Line("return '" + name + "(%r)' % ((" + Join(fields, ", ") + ",),)");
      break;
  }
  --indent_;
  if (random_.Percent(20)) {
    Line("def __str__(" + self + "):");
    ++indent_;
    Line("return '" + shape->name + ":' + str(" + fields[0] + ")");
    --indent_;
  }
}

void ProgramBuilder::WriteMethod(ClassShape* shape) {
  switch (random_.Weighted({50, 12, 12, 20})) {
    case 1:
      return WriteClassMethod(shape);
    case 2:
      return WriteStaticMethod(shape);
    case 3:
      return WriteProperty(shape);
    default:
      break;
  }
  std::string name = kMethodNames[random_.Below(std::size(kMethodNames))];
  if (HasMethod(*shape, name)) return;
  Function function;
  function.parameters = RandomParameters();
  function.result = random_.Percent(75) ? RandomScalarType() : RandomType(1);
  bool decorated = !decorators_.empty() && random_.Percent(15);
  if (decorated) Line("@" + random_.Pick(decorators_));
  std::string parameters = ParameterList(function.parameters);
  if (!parameters.empty()) parameters = ", " + parameters;
  std::string header = "def " + name + "($" + parameters + ")";
  if (random_.Percent(12)) header += " -> " + Annotation(function.result);
  InMethod(shape, header + ":", &function, true,
           [&] { FunctionBody(function.result, static_cast<int>(random_.Between(0, 2))); });
  Member member;
  member.text = "$." + name;
  member.method = name;
  member.call = true;
  member.parameters = function.parameters;
  member.result = function.result;
  member.cost = decorated ? function.cost * 2 + 8 : function.cost;
  member.mutates = function.mutates;
  shape->members.push_back(member);
}

void ProgramBuilder::WriteClassMethod(ClassShape* shape) {
  std::string name = random_.Pick({"build", "of_parts", "blank"});
  if (HasMethod(*shape, name) || !shape->members_by_name.empty()) return;
  Function function;
  function.parameters = RandomParameters();
  for (Parameter& parameter : function.parameters) {
    while (parameter.type.kind == Kind::kInstance) parameter.type = RandomScalarType();
  }
  std::string parameters = ParameterList(function.parameters);
  if (!parameters.empty()) parameters = ", " + parameters;
  Line("@classmethod");
  bool makes = random_.Percent(60);
  function.result = makes ? shape->Type() : RandomScalarType();
  InFunction("def " + name + "(cls" + parameters + "):", &function, [&] {
    if (random_.Percent(40)) Line("print(cls.__name__)");
    if (!makes) return FunctionBody(function.result, 1);
    Function call;
    call.parameters = shape->parameters;
    // The class itself, not `cls`: a subclass may want other arguments.
    Line("return " + shape->name + "(" + ArgumentList(call, 1) + ")");
    Charge(shape->cost);
  });
  Member member;
  member.text = "$." + name;
  member.call = true;
  member.parameters = function.parameters;
  member.result = function.result;
  member.cost = function.cost;
  member.mutates = function.mutates;
  member.fresh = makes;
  shape->on_class.push_back(member);
  if (!makes) shape->members.push_back(member);
}

void ProgramBuilder::WriteStaticMethod(ClassShape* shape) {
  std::string name = random_.Pick({"clamp", "parse", "unit_of"});
  if (HasMethod(*shape, name)) return;
  Function function;
  function.parameters = RandomParameters();
  function.result = RandomScalarType();
  std::string header = "def " + name + "(" + ParameterList(function.parameters) + "):";
  Line("@staticmethod");
  InFunction(header, &function, [&] { FunctionBody(function.result, 1); });
  Member member;
  member.text = "$." + name;
  member.call = true;
  member.parameters = function.parameters;
  member.result = function.result;
  member.cost = function.cost;
  member.mutates = function.mutates;
  shape->on_class.push_back(member);
  shape->members.push_back(member);
}

Expr ProgramBuilder::PickField(const ClassShape& shape, const std::function<bool(const ValueType&)>& accept) {
  std::vector<const Member*> found;
  for (const Member& member : shape.members) {
    if (member.field && accept(member.result)) found.push_back(&member);
  }
  if (found.empty()) return {};
  const Member& field = *random_.Pick(found);
  return Expr{Replaced(field.inside.empty() ? field.text : field.inside, "$", SelfName()), kPrimary, field.result,
              false};
}

void ProgramBuilder::WriteProperty(ClassShape* shape) {
  std::string name = random_.Pick({"total_cost", "label_text", "is_new", "summary"});
  if (HasMethod(*shape, name)) return;
  Expr field = PickField(*shape, [](const ValueType&) { return true; });
  bool stored = !field.empty() && random_.Percent(50);
  Function getter;
  getter.result = stored ? field.type : RandomScalarType();
  Line("@property");
  InMethod(shape, "def " + name + "($):", &getter, true, [&] {
    if (random_.Percent(20)) Line("print('get " + name + "')");
    Line("return " + (stored ? field.text : Make(getter.result, 2).text));
  });
  Member member;
  member.text = "$." + name;
  member.result = getter.result;
  member.cost = getter.cost;
  member.mutates = getter.mutates;
  if (stored && random_.Percent(70)) {
    Function setter;
    Parameter fresh{"new", field.type, ParameterKind::kPlain, false};
    setter.parameters = {fresh};
    Line("@" + name + ".setter");
    InMethod(shape, "def " + name + "($, new):", &setter, true, [&] {
      Line(field.text + " = new");
      if (random_.Percent(30)) Line("print('set " + name + "', new)");
    });
    member.settable = true;
    if (random_.Percent(30)) {
      Line("@" + name + ".deleter");
      std::string self = SelfName();
      Line("def " + name + "(" + self + "):");
      ++indent_;
      Line("print('del " + name + "', " + field.text + ")");
      --indent_;
      Member erase;
      erase.text = "del $." + name;
      erase.statement = true;
      shape->members.push_back(erase);
    }
  }
  shape->members.push_back(member);
}

void ProgramBuilder::WriteOverride(ClassShape* shape, Member* member) {
  Function function;
  function.parameters = member->parameters;
  function.result = member->result;
  std::string parameters = ParameterList(function.parameters);
  if (!parameters.empty()) parameters = ", " + parameters;
  std::string arguments = PassOn(function.parameters);
  InMethod(shape, "def " + member->method + "($" + parameters + "):", &function, false, [&] {
    if (random_.Percent(40)) Line("print('" + shape->name + "." + member->method + "')");
    if (random_.Percent(30)) Statement();
    if (random_.Percent(75)) {
      std::string out = FreshName();
      std::string two = "super(" + shape->name + ", " + receivers_.back().name + ")";
      Line(out + " = " + (random_.Percent(80) ? "super()" : two) + "." + member->method + "(" + arguments + ")");
      Declare(out, function.result);
      Charge(member->cost);
      if (random_.Percent(30)) return Line("return " + out);
    }
    Line("return " + Make(function.result, 2).text);
  });
  member->cost = function.cost + member->cost;
  member->mutates = member->mutates || function.mutates;
}

void ProgramBuilder::DerivedClass() {
  std::vector<int> bases;
  for (int number : VisibleClasses()) {
    if (!classes_[static_cast<size_t>(number)].final) bases.push_back(number);
  }
  if (bases.empty()) return PlainClass();
  ClassShape base = classes_[static_cast<size_t>(random_.Pick(bases))];
  std::string mixin;
  Member from_mixin;
  if (random_.Percent(25)) {
    mixin = FreshClassName() + "Mixin";
    from_mixin.text = "$.mixed";
    from_mixin.call = true;
    from_mixin.result = StrType(0, 40);
    InClass("class " + mixin + ":", [&] {
      Line("def mixed(self):");
      ++indent_;
      Line("return " + random_.Pick<std::string>({"type(self).__name__ + '!'", "'" + mixin + "'[:9]",
                                                  "' '.join(kls.__name__ for kls in type(self).__mro__)[:40]"}));
      --indent_;
    });
  }
  ClassShape& shape = NewClass();
  std::string name = shape.name;
  int number = shape.number;
  std::string old_constructor = base.name;
  shape = base;
  shape.name = name;
  shape.number = number;
  shape.constructor = name;
  shape.match_args.clear();
  shape.on_class.clear();
  for (Member& member : shape.members) {
    if (member.self_result) member.result = shape.Type();
    member.inside.clear();
  }
  for (const Member& member : base.on_class) {
    if (!member.call) shape.on_class.push_back(member);
  }
  if (!mixin.empty() && !HasMethod(shape, "mixed")) shape.members.push_back(from_mixin);
  std::string bases_text = mixin.empty()         ? base.name
                           : random_.Percent(50) ? mixin + ", " + base.name
                                                 : base.name + ", " + mixin;
  bool user_base = base.has_init;
  InClass("class " + name + "(" + bases_text + "):", [&] {
    if (random_.Percent(15)) ClassBodyStatements(1);
    if (user_base && random_.Percent(45)) WriteFields(&shape);
    shape.match_args.clear();
    if (user_base && random_.Percent(35)) {
      Line("def __repr__(self):");
      ++indent_;
      Line("return " +
           random_.Pick<std::string>({"'<' + super().__repr__() + '>'", "f'" + name + "[{super().__repr__()}]'",
                                      "f'{__class__.__name__}~{super(" + name + ", self).__repr__()!s:.30}'"}));
      --indent_;
    }
    for (size_t i = 0; i < shape.members.size(); ++i) {
      if (shape.members[i].method.empty() || !random_.Percent(45)) continue;
      Member member = shape.members[i];
      WriteOverride(&shape, &member);
      shape.members[i] = member;
    }
    int64_t methods = random_.Between(0, 2);
    for (int64_t i = 0; i < methods; ++i) WriteMethod(&shape);
    if (user_base) SpecialMethods(&shape, static_cast<int>(random_.Between(0, 2)));
  });
  AddClass(shape);
}

// ---------------------------------------------------------------------------
// Subclasses of builtin types. Their values keep to the operations listed here, whose results the base class bounds.

void ProgramBuilder::BuiltinSubclass() {
  ClassShape& shape = NewClass();
  auto add = [&](const std::string& text, const ValueType& result, int precedence, const ValueType* operand) {
    Member member;
    member.text = text;
    member.result = result;
    member.precedence = precedence;
    member.fresh = true;
    if (operand != nullptr) {
      member.has_operand = true;
      member.operand = *operand;
      member.right = precedence + 1;
    }
    member.left = precedence == kPrimary ? kPrimary : precedence;
    if (text[0] != '$') member.left = kConditional;
    if (operand != nullptr && text[0] == '#') member.right = precedence;
    shape.members.push_back(member);
  };
  std::string base = random_.Pick({"int", "int", "str", "list", "list", "dict", "dict", "tuple", "float", "set"});
  ValueType of_self;
  Function ignored;
  ValueType small = IntType(-50, 50);
  ValueType text = StrType(0, 20);
  std::vector<const char*> bodies;
  if (base == "int") {
    of_self = IntType(0, 100);
    add("$ + #", IntType(-50, 150), kSum, &small);
    add("# - $", IntType(-150, 50), kSum, &small);
    add("$ * #", IntType(-5000, 5000), kTerm, &small);
    add("$ < #", BoolType(), kCompare, &small);
    add("int($)", of_self, kPrimary, nullptr);
    add("$.bit_length()", IntType(0, 8), kPrimary, nullptr);
    shape.traits = kHashableTrait | kOrderedTrait | kImmutableTrait;
    bodies = {
        "def __new__(cls, raw=$n):\n"
        "    $?print('new', cls.__name__, raw)\n"
        "    return super().__new__(cls, raw % 101)\n",
        "def __add__(self, other):\n"
        "    $?print('add', int(self), other)\n"
        "    return $(int(self) + int(other)|int.__add__(self, other)|super().__add__(other)$)\n",
        "def __repr__(self):\n"
        "    return f'{type(self).__name__}({int(self)})'\n",
        "def __rsub__(self, other):\n"
        "    return $(other - int(self)|super().__rsub__(other)$)\n",
        "@property\n"
        "def half(self):\n"
        "    return int(self) // 2\n",
        "def __eq__(self, other):\n"
        "    return int(self) == other\n"
        "__hash__ = int.__hash__\n"};
  } else if (base == "str") {
    of_self = StrType(0, 20);
    add("$ + #", StrType(0, 40), kSum, &text);
    add("# in $", BoolType(), kCompare, &text);
    add("len($)", IntType(0, 20), kPrimary, nullptr);
    add("str($)", StrType(0, 20), kPrimary, nullptr);
    add("$.upper()", StrType(0, 60), kPrimary, nullptr);
    add("$[::-1]", StrType(0, 20), kPrimary, nullptr);
    shape.traits = kHashableTrait | kOrderedTrait | kImmutableTrait;
    bodies = {
        "def __new__(cls, raw=$q):\n"
        "    self = super().__new__(cls, raw)\n"
        "    self.raw_size = len(raw)\n"
        "    return self\n",
        "def upper(self):\n"
        "    return super().upper()$(| + '!'|.strip()$)\n",
        "def __len__(self):\n"
        "    return $(super().__len__()|str.__len__(self) // 2$)\n",
        "def __contains__(self, piece):\n"
        "    $?print('looks for', piece)\n"
        "    return super().__contains__(piece)\n",
        "def __getitem__(self, index):\n"
        "    return $(super().__getitem__(index)|str(self)[index].lower()$)\n"};
  } else if (base == "list" || base == "tuple") {
    ValueType element = IntType(-9, 99);
    of_self = ListType(element, 0, 30);
    shape.iterable = true;
    shape.element = element;
    shape.count = 12;
    add("len($)", IntType(0, 1000), kPrimary, nullptr);
    add("sum($)", IntType(-100000, 100000), kPrimary, nullptr);
    add("sorted($)", ListType(element, 0, 1000), kPrimary, nullptr);
    add("# in $", BoolType(), kCompare, &small);
    add("list($)[:9]", ListType(element, 0, 9), kPrimary, nullptr);
    add("bool($)", BoolType(), kPrimary, nullptr);
    if (base == "list") {
      add("$.append(#)", NoneType(), kPrimary, &element);
      shape.members.back().mutates = true;
      add("$ += [#]", NoneType(), kPrimary, &element);
      shape.members.back().mutates = true;
      shape.members.back().self_result = true;
      shape.members.back().statement = true;
      add("$.sort()", NoneType(), kPrimary, nullptr);
      shape.members.back().mutates = true;
    } else {
      shape.traits = kHashableTrait | kOrderedTrait | kImmutableTrait;
    }
    bodies = {
        "def __len__(self):\n"
        "    $?print('len')\n"
        "    return super().__len__()\n",
        "def __contains__(self, thing):\n"
        "    return thing == $n or super().__contains__(thing)\n",
        "def __getitem__(self, index):\n"
        "    $?print('getitem', index)\n"
        "    return super().__getitem__(index)\n",
        "def __iter__(self):\n"
        "    $?print('iter')\n"
        "    return super().__iter__()\n",
        "def __repr__(self):\n"
        "    return type(self).__name__ + super().__repr__()\n",
        "def __bool__(self):\n"
        "    return $(True|False|super().__len__() > $p$)\n"};
    if (base == "list") {
      bodies.push_back(
          "def append(self, thing):\n"
          "    $?print('append', thing)\n"
          "    super().append(thing)\n");
      bodies.push_back(
          "def __iadd__(self, more):\n"
          "    for thing in more:\n"
          "        self.append(thing)\n"
          "    return self\n");
    }
  } else if (base == "dict") {
    ValueType key = StrType(0, 12);
    ValueType value = IntType(0, 100);
    of_self = DictType(key, value);
    shape.iterable = true;
    shape.element = key;
    shape.count = 8;
    add("len($)", IntType(0, 1000), kPrimary, nullptr);
    add("$.get(#, 0)", value, kPrimary, &key);
    add("# in $", BoolType(), kCompare, &key);
    add("list($)", ListType(key, 0, 1000), kPrimary, nullptr);
    add("sum($.values())", IntType(0, 100000), kPrimary, nullptr);
    add("$.pop(#, None)", AnyType(), kPrimary, &key);
    shape.members.back().mutates = true;
    add("$[#] = 7", NoneType(), kPrimary, &key);
    shape.members.back().mutates = true;
    shape.members.back().statement = true;
    bodies = {
        "def __setitem__(self, thing, val):\n"
        "    $?print('set', thing, val)\n"
        "    super().__setitem__(thing, val)\n",
        "def __contains__(self, thing):\n"
        "    return super().__contains__(thing)\n",
        "def __repr__(self):\n"
        "    return f'{type(self).__name__}({super().__repr__()})'\n",
        "def get(self, thing, other=None):\n"
        "    $?print('get', thing)\n"
        "    return super().get(thing, other)\n"};
    if (random_.Percent(50)) {
      bodies = {
          "def __missing__(self, thing):\n"
          "    $?print('missing', thing)\n"
          "    $?self[thing] = $n\n"
          "    return $n\n"};
      add("$[#]", IntType(0, 100), kPrimary, &key);
      shape.members.back().mutates = true;
    }
  } else if (base == "float") {
    of_self = FloatType(3, false);
    ValueType other = FloatType(3, false);
    add("$ + #", FloatType(4, false), kSum, &other);
    add("$ > #", BoolType(), kCompare, &other);
    add("float($)", FloatType(3, false), kPrimary, nullptr);
    add("round($)", IntType(-1000, 1000), kPrimary, nullptr);
    shape.traits = kHashableTrait | kOrderedTrait | kImmutableTrait;
    bodies = {
        "def __add__(self, other):\n"
        "    return $(super().__add__(other)|float(self) + float(other)$)\n",
        "def __round__(self, ndigits=None):\n"
        "    $?print('round', ndigits)\n"
        "    return super().__round__(ndigits)\n",
        "def __repr__(self):\n"
        "    return type(self).__name__ + ':' + super().__repr__()\n"};
  } else {
    ValueType element = IntType(0, 30);
    of_self = SetType(Kind::kSet, element, 0, 30);
    shape.iterable = true;
    shape.element = element;
    shape.count = 12;
    add("len($)", IntType(0, 1000), kPrimary, nullptr);
    add("# in $", BoolType(), kCompare, &element);
    add("sorted($)", ListType(element, 0, 1000), kPrimary, nullptr);
    add("$.add(#)", NoneType(), kPrimary, &element);
    shape.members.back().mutates = true;
    bodies = {
        "def add(self, thing):\n"
        "    $?print('add', thing)\n"
        "    super().add(thing)\n",
        "def __contains__(self, thing):\n"
        "    return not super().__contains__(thing)\n",
        "def __or__(self, other):\n"
        "    return type(self)(super().__or__(other))\n"};
  }
  shape.parameters = {Parameter{"raw", of_self, ParameterKind::kPositionalOnly, false}};
  InClass("class " + shape.name + "(" + base + "):", [&] {
    int64_t count = random_.Between(0, 3);
    size_t start = random_.Below(bodies.size());
    count = std::min<int64_t>(count, static_cast<int64_t>(bodies.size()));
    if (base == "dict" && bodies.size() == 1) count = 1;
    for (int64_t i = 0; i < count; ++i) Write(bodies[(start + static_cast<size_t>(i)) % bodies.size()]);
    if (random_.Percent(40)) {
      Function function;
      function.parameters = RandomParameters();
      function.result = RandomScalarType();
      std::string parameters = ParameterList(function.parameters);
      std::string header = "def extra($" + (parameters.empty() ? "" : ", " + parameters) + "):";
      InMethod(&shape, header, &function, true, [&] { FunctionBody(function.result, 1); });
      Member member;
      member.text = "$.extra";
      member.call = true;
      member.parameters = function.parameters;
      member.result = function.result;
      member.cost = function.cost;
      member.mutates = function.mutates;
      shape.members.push_back(member);
    }
  });
  for (Member& member : shape.members) member.cost += 3;
  AddClass(shape);
}

// Only at the module's level: whatever raises later may raise it.
void ProgramBuilder::ExceptionClass() {
  TemplateNames names;
  std::string base =
      random_.Pick({"Exception", "ValueError", "KeyError", "LookupError", "RuntimeError", "ArithmeticError"});
  if (!exception_classes_.empty() && random_.Percent(40)) base = random_.Pick(exception_classes_);
  names['B'] = base;
  names['A'] = FreshClassName() + "Error";
  Write(random_.Pick({"class $A($B):\n"
                      "    pass\n",
                      "class $A($B):\n"
                      "    $?'''$(Raised on purpose.|An error.$)'''\n"
                      "    level_code = $n\n"
                      "    def __str__(self):\n"
                      "        return $('$A: ' + ', '.join(map(str, self.args))|f'{type(self).__name__}{self.args}'|"
                      "repr(self.args[:1])$)\n",
                      "class $A($B):\n"
                      "    def __init__(self, *args):\n"
                      "        super().__init__(*args)\n"
                      "        self.count_args = len(args)\n"
                      "    $?def __repr__(self):\n"
                      "        return f'<{type(self).__name__} of {self.count_args}>'\n"}),
        &names);
  exception_classes_.push_back(names['A']);
}

// ---------------------------------------------------------------------------
// Statements about instances.

void ProgramBuilder::MemberStatement() {
  Variable* variable = PickVariable([](const Variable& v, bool) { return v.type.kind == Kind::kInstance; });
  if (variable == nullptr) return InstanceStatement();
  bool direct = false;
  for (const Variable& own : scopes_.back().variables) direct = direct || &own == variable;
  direct = direct && !variable->readonly && !variable->attribute;
  Expr object = Use(*variable);
  const ClassShape& shape = classes_[static_cast<size_t>(object.type.lo)];
  std::vector<const Member*> found;
  for (const Member& member : shape.members) {
    bool changes = member.mutates && locked_ > 0;
    if (!changes && CanAfford(member.cost) && (!member.statement || !member.self_result || direct)) {
      found.push_back(&member);
    }
  }
  if (found.empty()) return Line("print(" + object.text + ")");
  Member member = *random_.Pick(found);
  if (member.statement) return Line(AskMember(object, member, false, 2).text);
  if (member.settable && random_.Percent(60)) {
    std::string place = AskMember(object, member, false, 2).text;
    mutates_ = true;
    if (!member.has_operand && random_.Percent(45)) return AugmentPlace(place, member.result);
    return Line(place + " = " + Make(member.result, 2).text);
  }
  std::string text = AskMember(object, member, false, 2).text;
  if (random_.Percent(70)) return Line("print(" + text + ")");
  std::string name = FreshName();
  Line(name + " = " + text);
  Declare(name, member.result);
}

void ProgramBuilder::InstanceStatement() {
  std::vector<int> classes = VisibleClasses();
  if (classes.empty()) return ClassStatement();
  const ClassShape& shape = classes_[static_cast<size_t>(random_.Pick(classes))];
  Expr value = Construct(shape.number, 2);
  std::string name = FreshName();
  Line(name + " = " + value.text);
  Declare(name, value.type);
  std::string field;
  for (const Member& member : shape.members) {
    if (member.field) field = Replaced(member.text, "$.", "");
  }
  std::string other = classes_[static_cast<size_t>(random_.Pick(classes))].name;
  switch (random_.Below(9)) {
    case 0:
      return Line("print(isinstance(" + name + ", " + other + "), issubclass(" + shape.name + ", " + other + "))");
    case 1:
      return Line("print([kls.__name__ for kls in " + shape.name + ".__mro__], type(" + name + ").__name__)");
    case 2:
      if (field.empty() || locked_ > 0) break;
      return Line("print(getattr(" + name + ", '" + field + "'), hasattr(" + name + ", 'no_such'), getattr(" + name +
                  ", 'no_such', " + StrText(1, 5) + "))");
    case 3:
      if (field.empty() || shape.has_slots || shape.final) break;
      return Line("print(" + random_.Pick<std::string>({"vars(" + name + ")", name + ".__dict__"}) + ")");
    case 4:
      if (!IsHashable(value.type)) break;
      return Line("print(len({" + name + ", " + Construct(shape.number, 1).text + "}), hash(" + name + ") == hash(" +
                  name + "))");
    case 5:
      if (!IsOrdered(value.type)) break;
      return Line("print(sorted([" + name + ", " + Construct(shape.number, 1).text + "]), max(" + name + ", " + name +
                  "))");
    case 6:
      return Line("print(" + name + ".__class__ is " + shape.name + ", " + shape.name + ".__name__, " + shape.name +
                  ".__qualname__, [kls.__name__ for kls in " + shape.name + ".__bases__])");
    case 7: {
      if (field.empty() || shape.has_slots || shape.final) break;
      Block("try:", [&] {
        Line(name + ".extra_tag = " + MakeLiteral(RandomScalarType()).text);
        Line("print(" + name + ".extra_tag)");
        Line("del " + name + ".extra_tag");
        Line("print(" + name + ".extra_tag)");
      });
      Block("except AttributeError as err:", [&] { Line("print(err)"); });
      return;
    }
    default:
      break;
  }
  Line("print(" + name + ", repr(" + name + "), [" + name + "])");
}

}  // namespace garter::fuzz
