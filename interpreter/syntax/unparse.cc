// From the tree back to source text: statements line by line, expressions by precedence.
#include "interpreter/syntax/unparse.h"

#include "interpreter/syntax/literals.h"

namespace garter {
namespace {

constexpr int kMaxLevels = 10000;

// How tightly an expression binds; a child that binds less than its place asks for is put in parentheses.
enum Binding {
  kBindTuple,  // a, b     yield x     x := 1
  kBindTest,   // x if c else y      lambda: x
  kBindOr,
  kBindAnd,
  kBindNot,
  kBindCompare,
  kBindBitOr,
  kBindBitXor,
  kBindBitAnd,
  kBindShift,
  kBindArith,
  kBindTerm,
  kBindFactor,
  kBindPower,
  kBindAwait,
  kBindAtom,
};

Binding BindingOf(Operator op) {
  switch (op) {
    case Operator::kBitOr:
      return kBindBitOr;
    case Operator::kBitXor:
      return kBindBitXor;
    case Operator::kBitAnd:
      return kBindBitAnd;
    case Operator::kLShift:
    case Operator::kRShift:
      return kBindShift;
    case Operator::kAdd:
    case Operator::kSub:
      return kBindArith;
    case Operator::kPow:
      return kBindPower;
    default:
      return kBindTerm;
  }
}

class Unparser {
 public:
  Unparser(const Ast& tree, TextWriter& out) : tree_(tree), out_(out) {}

  bool RunOne(NodeRef expression) {
    Expression(expression, kBindTest);
    return complete_;
  }

  bool Run() {
    NodeRef root = tree_.root();
    if (auto* module = tree_.GetIf<ast::Module>(root))
      Statements(module->body);
    else if (auto* interactive = tree_.GetIf<ast::Interactive>(root))
      Statements(interactive->body);
    else
      Expression(tree_.Get<ast::Expression>(root).body, kBindTuple);
    return complete_;
  }

 private:
  void Put(std::string_view text) { out_.Append(text); }
  void Name(Identifier id) { Put(tree_.Text(id)); }

  // ---- statements -----------------------------------------------------------------------------------------------

  void Line() {
    if (started_) Put("\n");
    started_ = true;
    for (int i = 0; i < indent_; ++i) Put("    ");
  }
  void Statements(ListRef body) {
    for (NodeRef statement : tree_.List(body)) Statement(statement);
  }
  void Block(ListRef body) {
    Put(":");
    ++indent_;
    Statements(body);
    --indent_;
  }
  template <typename Each>
  void Commas(ListRef list, Each each) {
    bool first = true;
    for (NodeRef item : tree_.List(list)) {
      if (!first) Put(", ");
      first = false;
      each(item);
    }
  }
  void Expressions(ListRef list, Binding binding = kBindTest) {
    Commas(list, [&](NodeRef item) { Expression(item, binding); });
  }

  void Statement(NodeRef ref) {
    if (++level_ > kMaxLevels) complete_ = false;
    if (complete_) StatementAt(ref);
    --level_;
  }

  void Function(const char* keyword, NodeRef args, Identifier name, ListRef body, ListRef decorators, NodeRef returns,
                ListRef type_params) {
    Decorators(decorators);
    Line();
    Put(keyword);
    Name(name);
    TypeParams(type_params);
    Put("(");
    Arguments(args, true);
    Put(")");
    if (returns) {
      Put(" -> ");
      Expression(returns, kBindTest);
    }
    Block(body);
  }
  void Decorators(ListRef decorators) {
    for (NodeRef decorator : tree_.List(decorators)) {
      Line();
      Put("@");
      Expression(decorator, kBindTest);
    }
  }
  void TypeParams(ListRef params) {
    if (tree_.List(params).empty()) return;
    Put("[");
    Commas(params, [&](NodeRef param) { TypeParam(param); });
    Put("]");
  }
  void TypeParam(NodeRef ref) {
    NodeRef bound, value;
    switch (tree_.Kind(ref)) {
      case NodeKind::kTypeVar: {
        auto& node = tree_.Get<ast::TypeVar>(ref);
        Name(node.name);
        bound = node.bound;
        value = node.default_value;
        break;
      }
      case NodeKind::kParamSpec: {
        auto& node = tree_.Get<ast::ParamSpec>(ref);
        Put("**");
        Name(node.name);
        value = node.default_value;
        break;
      }
      default: {
        auto& node = tree_.Get<ast::TypeVarTuple>(ref);
        Put("*");
        Name(node.name);
        value = node.default_value;
        break;
      }
    }
    if (bound) {
      Put(": ");
      Expression(bound, kBindTest);
    }
    if (value) {
      Put(" = ");
      Expression(value, kBindTest);
    }
  }

  void With(const char* keyword, ListRef items, ListRef body) {
    Line();
    Put(keyword);
    Commas(items, [&](NodeRef item) {
      auto& node = tree_.Get<ast::WithItem>(item);
      Expression(node.context_expr, kBindTest);
      if (node.optional_vars) {
        Put(" as ");
        Expression(node.optional_vars, kBindTest);
      }
    });
    Block(body);
  }
  void For(const char* keyword, NodeRef target, NodeRef iterable, ListRef body, ListRef orelse) {
    Line();
    Put(keyword);
    Expression(target, kBindTuple);
    Put(" in ");
    Expression(iterable, kBindTuple);
    Block(body);
    Else(orelse);
  }
  void Else(ListRef orelse) {
    if (tree_.List(orelse).empty()) return;
    Line();
    Put("else");
    Block(orelse);
  }
  void If(const ast::If* node) {
    Line();
    Put("if ");
    for (;;) {
      Expression(node->test, kBindTest);
      Block(node->body);
      auto orelse = tree_.List(node->orelse);
      const ast::If* next = orelse.size() == 1 ? tree_.GetIf<ast::If>(*orelse.begin()) : nullptr;
      if (next == nullptr) return Else(node->orelse);
      Line();
      Put("elif ");
      node = next;
    }
  }
  void Try(ListRef body, ListRef handlers, ListRef orelse, ListRef finalbody, const char* except) {
    Line();
    Put("try");
    Block(body);
    for (NodeRef ref : tree_.List(handlers)) {
      auto& handler = tree_.Get<ast::ExceptHandler>(ref);
      Line();
      Put(except);
      if (handler.type) {
        Put(" ");
        Expression(handler.type, kBindTest);
      }
      if (handler.name != 0) {
        Put(" as ");
        Name(handler.name);
      }
      Block(handler.body);
    }
    Else(orelse);
    if (tree_.List(finalbody).empty()) return;
    Line();
    Put("finally");
    Block(finalbody);
  }
  void Alias(NodeRef ref) {
    auto& alias = tree_.Get<ast::Alias>(ref);
    Name(alias.name);
    if (alias.asname == 0) return;
    Put(" as ");
    Name(alias.asname);
  }
  void Names(ListRef names) {
    bool first = true;
    for (uint32_t id : tree_.List<uint32_t>(names)) {
      if (!first) Put(", ");
      first = false;
      Name(id);
    }
  }
  void Simple(const char* keyword, NodeRef value, Binding binding = kBindTuple) {
    Line();
    Put(keyword);
    if (!value) return;
    Put(" ");
    Expression(value, binding);
  }

  void StatementAt(NodeRef ref) {
    switch (tree_.Kind(ref)) {
      case NodeKind::kFunctionDef: {
        auto& n = tree_.Get<ast::FunctionDef>(ref);
        return Function("def ", n.args, n.name, n.body, n.decorator_list, n.returns, n.type_params);
      }
      case NodeKind::kAsyncFunctionDef: {
        auto& n = tree_.Get<ast::AsyncFunctionDef>(ref);
        return Function("async def ", n.args, n.name, n.body, n.decorator_list, n.returns, n.type_params);
      }
      case NodeKind::kClassDef: {
        auto& n = tree_.Get<ast::ClassDef>(ref);
        Decorators(n.decorator_list);
        Line();
        Put("class ");
        Name(n.name);
        TypeParams(n.type_params);
        if (!tree_.List(n.bases).empty() || !tree_.List(n.keywords).empty()) {
          Put("(");
          CallArguments(n.bases, n.keywords);
          Put(")");
        }
        return Block(n.body);
      }
      case NodeKind::kReturn:
        return Simple("return", tree_.Get<ast::Return>(ref).value);
      case NodeKind::kDelete:
        Line();
        Put("del ");
        return Expressions(tree_.Get<ast::Delete>(ref).targets);
      case NodeKind::kAssign: {
        auto& n = tree_.Get<ast::Assign>(ref);
        Line();
        for (NodeRef target : tree_.List(n.targets)) {
          Expression(target, kBindTuple);
          Put(" = ");
        }
        return Expression(n.value, kBindTuple);
      }
      case NodeKind::kTypeAlias: {
        auto& n = tree_.Get<ast::TypeAlias>(ref);
        Line();
        Put("type ");
        Expression(n.name, kBindAtom);
        TypeParams(n.type_params);
        Put(" = ");
        return Expression(n.value, kBindTest);
      }
      case NodeKind::kAugAssign: {
        auto& n = tree_.Get<ast::AugAssign>(ref);
        Line();
        Expression(n.target, kBindTuple);
        Put(" ");
        Put(kOperatorText[static_cast<int>(n.op)]);
        Put("= ");
        return Expression(n.value, kBindTuple);
      }
      case NodeKind::kAnnAssign: {
        auto& n = tree_.Get<ast::AnnAssign>(ref);
        Line();
        bool bracketed = n.simple == 0 && tree_.Kind(n.target) == NodeKind::kName;
        if (bracketed) Put("(");
        Expression(n.target, kBindTuple);
        if (bracketed) Put(")");
        Put(": ");
        Expression(n.annotation, kBindTest);
        if (!n.value) return;
        Put(" = ");
        return Expression(n.value, kBindTuple);
      }
      case NodeKind::kFor: {
        auto& n = tree_.Get<ast::For>(ref);
        return For("for ", n.target, n.iter, n.body, n.orelse);
      }
      case NodeKind::kAsyncFor: {
        auto& n = tree_.Get<ast::AsyncFor>(ref);
        return For("async for ", n.target, n.iter, n.body, n.orelse);
      }
      case NodeKind::kWhile: {
        auto& n = tree_.Get<ast::While>(ref);
        Line();
        Put("while ");
        Expression(n.test, kBindTest);
        Block(n.body);
        return Else(n.orelse);
      }
      case NodeKind::kIf:
        return If(&tree_.Get<ast::If>(ref));
      case NodeKind::kWith:
        return With("with ", tree_.Get<ast::With>(ref).items, tree_.Get<ast::With>(ref).body);
      case NodeKind::kAsyncWith:
        return With("async with ", tree_.Get<ast::AsyncWith>(ref).items, tree_.Get<ast::AsyncWith>(ref).body);
      case NodeKind::kMatch: {
        auto& n = tree_.Get<ast::Match>(ref);
        Line();
        Put("match ");
        Expression(n.subject, kBindTuple);
        Put(":");
        ++indent_;
        for (NodeRef match_case : tree_.List(n.cases)) {
          auto& c = tree_.Get<ast::MatchCase>(match_case);
          Line();
          Put("case ");
          Pattern(c.pattern, false);
          if (c.guard) {
            Put(" if ");
            Expression(c.guard, kBindTest);
          }
          Block(c.body);
        }
        --indent_;
        return;
      }
      case NodeKind::kRaise: {
        auto& n = tree_.Get<ast::Raise>(ref);
        Simple("raise", n.exc, kBindTest);
        if (!n.cause) return;
        Put(" from ");
        return Expression(n.cause, kBindTest);
      }
      case NodeKind::kTry: {
        auto& n = tree_.Get<ast::Try>(ref);
        return Try(n.body, n.handlers, n.orelse, n.finalbody, "except");
      }
      case NodeKind::kTryStar: {
        auto& n = tree_.Get<ast::TryStar>(ref);
        return Try(n.body, n.handlers, n.orelse, n.finalbody, "except*");
      }
      case NodeKind::kAssert: {
        auto& n = tree_.Get<ast::Assert>(ref);
        Line();
        Put("assert ");
        Expression(n.test, kBindTest);
        if (!n.msg) return;
        Put(", ");
        return Expression(n.msg, kBindTest);
      }
      case NodeKind::kImport:
        Line();
        Put("import ");
        return Commas(tree_.Get<ast::Import>(ref).names, [&](NodeRef alias) { Alias(alias); });
      case NodeKind::kImportFrom: {
        auto& n = tree_.Get<ast::ImportFrom>(ref);
        Line();
        Put("from ");
        for (int i = 0; i < n.level; ++i) Put(".");
        if (n.module != 0) Name(n.module);
        Put(" import ");
        return Commas(n.names, [&](NodeRef alias) { Alias(alias); });
      }
      case NodeKind::kGlobal:
        Line();
        Put("global ");
        return Names(tree_.Get<ast::Global>(ref).names);
      case NodeKind::kNonlocal:
        Line();
        Put("nonlocal ");
        return Names(tree_.Get<ast::Nonlocal>(ref).names);
      case NodeKind::kExpr: {
        Line();
        return Expression(tree_.Get<ast::Expr>(ref).value, kBindTuple, true);
      }
      case NodeKind::kPass:
        return Simple("pass", {});
      case NodeKind::kBreak:
        return Simple("break", {});
      case NodeKind::kContinue:
        return Simple("continue", {});
      default:
        complete_ = false;
    }
  }

  // ---- patterns -------------------------------------------------------------------------------------------------

  void Pattern(NodeRef ref, bool closed) {
    if (++level_ > kMaxLevels) complete_ = false;
    if (complete_) PatternAt(ref, closed);
    --level_;
  }
  void Patterns(ListRef list) {
    Commas(list, [&](NodeRef item) { Pattern(item, false); });
  }
  void PatternAt(NodeRef ref, bool closed) {
    switch (tree_.Kind(ref)) {
      case NodeKind::kMatchValue:
        return Expression(tree_.Get<ast::MatchValue>(ref).value, kBindArith);
      case NodeKind::kMatchSingleton: {
        complete_ = WriteConstantRepr(tree_, tree_.Get<ast::MatchSingleton>(ref).value, out_) && complete_;
        return;
      }
      case NodeKind::kMatchSequence:
        Put("[");
        Patterns(tree_.Get<ast::MatchSequence>(ref).patterns);
        Put("]");
        return;
      case NodeKind::kMatchMapping: {
        auto& n = tree_.Get<ast::MatchMapping>(ref);
        Put("{");
        auto keys = tree_.List(n.keys);
        auto patterns = tree_.List(n.patterns);
        for (uint32_t i = 0; i < keys.size(); ++i) {
          if (i > 0) Put(", ");
          Expression(keys.begin()[i], kBindArith);
          Put(": ");
          Pattern(patterns.begin()[i], false);
        }
        if (n.rest != 0) {
          if (!keys.empty()) Put(", ");
          Put("**");
          Name(n.rest);
        }
        Put("}");
        return;
      }
      case NodeKind::kMatchClass: {
        auto& n = tree_.Get<ast::MatchClass>(ref);
        Expression(n.cls, kBindAtom);
        Put("(");
        Patterns(n.patterns);
        bool first = tree_.List(n.patterns).empty();
        auto patterns = tree_.List(n.kwd_patterns);
        uint32_t i = 0;
        for (uint32_t name : tree_.List<uint32_t>(n.kwd_attrs)) {
          if (!first) Put(", ");
          first = false;
          Name(name);
          Put("=");
          Pattern(patterns.begin()[i++], false);
        }
        Put(")");
        return;
      }
      case NodeKind::kMatchStar: {
        Identifier name = tree_.Get<ast::MatchStar>(ref).name;
        Put("*");
        if (name == 0)
          Put("_");
        else
          Name(name);
        return;
      }
      case NodeKind::kMatchAs: {
        auto& n = tree_.Get<ast::MatchAs>(ref);
        if (!n.pattern) {
          if (n.name == 0)
            Put("_");
          else
            Name(n.name);
          return;
        }
        if (closed) Put("(");
        Pattern(n.pattern, tree_.Kind(n.pattern) == NodeKind::kMatchAs);
        Put(" as ");
        Name(n.name);
        if (closed) Put(")");
        return;
      }
      case NodeKind::kMatchOr: {
        if (closed) Put("(");
        bool first = true;
        for (NodeRef item : tree_.List(tree_.Get<ast::MatchOr>(ref).patterns)) {
          if (!first) Put(" | ");
          first = false;
          Pattern(item, true);
        }
        if (closed) Put(")");
        return;
      }
      default:
        complete_ = false;
    }
  }

  // ---- expressions ----------------------------------------------------------------------------------------------

  void Expression(NodeRef ref, Binding wanted, bool statement = false) {
    if (++level_ > kMaxLevels) complete_ = false;
    if (complete_) ExpressionAt(ref, wanted, statement);
    --level_;
  }

  // Runs `body`, in parentheses when the place asks for a tighter binding.
  template <typename Body>
  void Bound(Binding has, Binding wanted, Body body) {
    if (has < wanted) Put("(");
    body();
    if (has < wanted) Put(")");
  }

  void Binary(const ast::BinOp& n, Binding wanted) {
    Binding has = BindingOf(n.op);
    Bound(has, wanted, [&] {
      bool power = n.op == Operator::kPow;
      Expression(n.left, power ? kBindAwait : has);
      Put(" ");
      Put(kOperatorText[static_cast<int>(n.op)]);
      Put(" ");
      Expression(n.right, power ? kBindFactor : static_cast<Binding>(has + 1));
    });
  }
  void Unary(const ast::UnaryOp& n, Binding wanted) {
    bool is_not = n.op == UnaryOp::kNot;
    Bound(is_not ? kBindNot : kBindFactor, wanted, [&] {
      Put(is_not ? "not " : n.op == UnaryOp::kInvert ? "~" : n.op == UnaryOp::kUAdd ? "+" : "-");
      Expression(n.operand, is_not ? kBindNot : kBindFactor);
    });
  }
  void Comprehension(ListRef generators) {
    for (NodeRef ref : tree_.List(generators)) {
      auto& n = tree_.Get<ast::Comprehension>(ref);
      Put(n.is_async != 0 ? " async for " : " for ");
      Expression(n.target, kBindTuple);
      Put(" in ");
      Expression(n.iter, kBindOr);
      for (NodeRef condition : tree_.List(n.ifs)) {
        Put(" if ");
        Expression(condition, kBindOr);
      }
    }
  }
  void Collection(const char* open, NodeRef element, ListRef generators, const char* close) {
    Put(open);
    Expression(element, kBindTest);
    Comprehension(generators);
    Put(close);
  }
  void CallArguments(ListRef args, ListRef keywords) {
    Expressions(args);
    bool first = tree_.List(args).empty();
    for (NodeRef ref : tree_.List(keywords)) {
      auto& n = tree_.Get<ast::Keyword>(ref);
      if (!first) Put(", ");
      first = false;
      if (n.arg == 0) {
        Put("**");
      } else {
        Name(n.arg);
        Put("=");
      }
      Expression(n.value, kBindTest);
    }
  }
  void Argument(NodeRef ref, bool annotations) {
    auto& n = tree_.Get<ast::Arg>(ref);
    Name(n.arg);
    if (!annotations || !n.annotation) return;
    Put(": ");
    Expression(n.annotation, kBindTest);
  }
  void Arguments(NodeRef ref, bool annotations) {
    auto& n = tree_.Get<ast::Arguments>(ref);
    auto only = tree_.List(n.posonlyargs), args = tree_.List(n.args), defaults = tree_.List(n.defaults);
    uint32_t total = only.size() + args.size(), first_default = total - defaults.size();
    bool first = true;
    auto comma = [&] {
      if (!first) Put(", ");
      first = false;
    };
    for (uint32_t i = 0; i < total; ++i) {
      comma();
      Argument(i < only.size() ? only.begin()[i] : args.begin()[i - only.size()], annotations);
      if (i >= first_default) {
        Put("=");
        Expression(defaults.begin()[i - first_default], kBindTest);
      }
      if (i + 1 == only.size()) Put(", /");
    }
    auto keyword_only = tree_.List(n.kwonlyargs);
    if (n.vararg || !keyword_only.empty()) {
      comma();
      Put("*");
      if (n.vararg) {
        auto& vararg = tree_.Get<ast::Arg>(n.vararg);
        Name(vararg.arg);
        if (annotations && vararg.annotation) {
          Put(": ");
          Expression(vararg.annotation, kBindTest);
        }
      }
    }
    auto keyword_defaults = tree_.List(n.kw_defaults);
    for (uint32_t i = 0; i < keyword_only.size(); ++i) {
      comma();
      Argument(keyword_only.begin()[i], annotations);
      NodeRef value = keyword_defaults.begin()[i];
      if (!value) continue;
      Put("=");
      Expression(value, kBindTest);
    }
    if (n.kwarg) {
      comma();
      Put("**");
      Argument(n.kwarg, annotations);
    }
  }

  // The characters of a literal part of an f-string, escaped so that any quote may surround it.
  void StringPart(std::string_view text, bool in_spec) {
    for (char c : text) {
      switch (c) {
        case '{':
          Put("{{");
          break;
        case '}':
          Put("}}");
          break;
        case '\\':
          Put("\\\\");
          break;
        case '\n':
          Put("\\n");
          break;
        case '\r':
          Put("\\r");
          break;
        case '"':
          Put("\\\"");
          break;
        case '\0':
          Put("\\x00");
          break;
        default:
          Put({&c, 1});
      }
    }
    static_cast<void>(in_spec);
  }
  // Lone surrogates cannot stand in source text: they are written as escapes.
  void SafePart(std::string_view text, bool in_spec) {
    size_t start = 0;
    for (size_t i = 0; i + 2 < text.size(); ++i) {
      auto byte = [&](size_t k) { return static_cast<uint32_t>(static_cast<uint8_t>(text[k])); };
      if (byte(i) != 0xED || byte(i + 1) < 0xA0) continue;
      StringPart(text.substr(start, i - start), in_spec);
      uint32_t c = 0xD000u | (byte(i + 1) & 0x3F) << 6 | (byte(i + 2) & 0x3F);
      Put("\\u");
      for (int k = 3; k >= 0; --k) Put({&"0123456789abcdef"[c >> (4 * k) & 15], 1});
      start = i + 3;
      i += 2;
    }
    StringPart(text.substr(start), in_spec);
  }
  void Replacement(NodeRef value, int conversion, NodeRef spec) {
    Put("{");
    // "{{" would be a brace: what begins with one is set off by a space.
    Put(" ");
    // The colon of a bare lambda would begin the format specification.
    Expression(value, kBindOr);
    if (conversion >= 0) {
      Put("!");
      char c = static_cast<char>(conversion);
      Put({&c, 1});
    }
    if (spec) {
      Put(":");
      Parts(tree_.Get<ast::JoinedStr>(spec).values, true);
    }
    Put("}");
  }
  void Parts(ListRef values, bool in_spec) {
    for (NodeRef ref : tree_.List(values)) {
      if (auto* constant = tree_.GetIf<ast::Constant>(ref)) {
        SafePart(tree_.Text(constant->value.text), in_spec);
      } else if (auto* formatted = tree_.GetIf<ast::FormattedValue>(ref)) {
        Replacement(formatted->value, formatted->conversion, formatted->format_spec);
      } else {
        auto& n = tree_.Get<ast::Interpolation>(ref);
        Put("{");
        // The source text of the expression is part of the tree, so it is written as it stood.
        Put(tree_.Text(n.str.text));
        if (n.conversion >= 0) {
          Put("!");
          char c = static_cast<char>(n.conversion);
          Put({&c, 1});
        }
        if (n.format_spec) {
          Put(":");
          Parts(tree_.Get<ast::JoinedStr>(n.format_spec).values, true);
        }
        Put("}");
      }
    }
  }

  void Constant(const ast::Constant& n, Binding wanted) {
    switch (n.value.type) {
      case ConstantType::kEllipsis:
        return Put("...");
      case ConstantType::kFloat:
      case ConstantType::kComplex: {
        // Infinity has no literal: a number too large for a float does.
        double value = n.value.AsDouble();
        if (value > 1.7976931348623157e308) return Put(n.value.type == ConstantType::kFloat ? "1e309" : "1e309j");
        break;
      }
      default:
        break;
    }
    // `1 .real`: an int that an attribute follows needs a space or parentheses.
    bool number = n.value.type == ConstantType::kInt && wanted == kBindAtom;
    if (number) Put("(");
    if (n.kind != 0) Put("u");
    complete_ = WriteConstantRepr(tree_, n.value, out_) && complete_;
    if (number) Put(")");
  }

  void Tuple(ListRef elements, Binding wanted) {
    auto list = tree_.List(elements);
    bool brackets = wanted > kBindTuple || list.empty();
    if (brackets) Put("(");
    Expressions(elements);
    if (list.size() == 1) Put(",");
    if (brackets) Put(")");
  }

  void Subscript(const ast::Subscript& n) {
    Expression(n.value, kBindAtom);
    Put("[");
    auto* tuple = tree_.GetIf<ast::Tuple>(n.slice);
    if (tuple != nullptr && !tree_.List(tuple->elts).empty()) {
      Expressions(tuple->elts);
      if (tree_.List(tuple->elts).size() == 1) Put(",");
    } else {
      Expression(n.slice, kBindTuple);
    }
    Put("]");
  }

  void ExpressionAt(NodeRef ref, Binding wanted, bool statement) {
    switch (tree_.Kind(ref)) {
      case NodeKind::kBoolOp: {
        auto& n = tree_.Get<ast::BoolOp>(ref);
        Binding has = n.op == BoolOp::kAnd ? kBindAnd : kBindOr;
        return Bound(has, wanted, [&] {
          bool first = true;
          for (NodeRef value : tree_.List(n.values)) {
            if (!first) Put(n.op == BoolOp::kAnd ? " and " : " or ");
            first = false;
            Expression(value, static_cast<Binding>(has + 1));
          }
        });
      }
      case NodeKind::kNamedExpr: {
        auto& n = tree_.Get<ast::NamedExpr>(ref);
        // Always bracketed: the few places that allow it bare are not worth telling apart.
        Put("(");
        Expression(n.target, kBindAtom);
        Put(" := ");
        Expression(n.value, kBindTest);
        return Put(")");
      }
      case NodeKind::kBinOp:
        return Binary(tree_.Get<ast::BinOp>(ref), wanted);
      case NodeKind::kUnaryOp:
        return Unary(tree_.Get<ast::UnaryOp>(ref), wanted);
      case NodeKind::kLambda: {
        auto& n = tree_.Get<ast::Lambda>(ref);
        return Bound(kBindTest, wanted, [&] {
          Put("lambda ");
          Arguments(n.args, false);
          Put(": ");
          Expression(n.body, kBindTest);
        });
      }
      case NodeKind::kIfExp: {
        auto& n = tree_.Get<ast::IfExp>(ref);
        return Bound(kBindTest, wanted, [&] {
          Expression(n.body, kBindOr);
          Put(" if ");
          Expression(n.test, kBindOr);
          Put(" else ");
          Expression(n.orelse, kBindTest);
        });
      }
      case NodeKind::kDict: {
        auto& n = tree_.Get<ast::Dict>(ref);
        auto values = tree_.List(n.values);
        uint32_t i = 0;
        Put("{");
        for (NodeRef key : tree_.List(n.keys)) {
          if (i > 0) Put(", ");
          if (key) {
            Expression(key, kBindTest);
            Put(": ");
            Expression(values.begin()[i], kBindTest);
          } else {
            Put("**");
            Expression(values.begin()[i], kBindBitOr);
          }
          ++i;
        }
        return Put("}");
      }
      case NodeKind::kSet:
        Put("{");
        Expressions(tree_.Get<ast::Set>(ref).elts);
        return Put("}");
      case NodeKind::kListComp: {
        auto& n = tree_.Get<ast::ListComp>(ref);
        return Collection("[", n.elt, n.generators, "]");
      }
      case NodeKind::kSetComp: {
        auto& n = tree_.Get<ast::SetComp>(ref);
        return Collection("{", n.elt, n.generators, "}");
      }
      case NodeKind::kGeneratorExp: {
        auto& n = tree_.Get<ast::GeneratorExp>(ref);
        return Collection("(", n.elt, n.generators, ")");
      }
      case NodeKind::kDictComp: {
        auto& n = tree_.Get<ast::DictComp>(ref);
        Put("{");
        Expression(n.key, kBindTest);
        Put(": ");
        Expression(n.value, kBindTest);
        Comprehension(n.generators);
        return Put("}");
      }
      case NodeKind::kAwait:
        return Bound(kBindAwait, wanted, [&] {
          Put("await ");
          Expression(tree_.Get<ast::Await>(ref).value, kBindAtom);
        });
      case NodeKind::kYield: {
        NodeRef value = tree_.Get<ast::Yield>(ref).value;
        if (!statement) Put("(");
        Put("yield");
        if (value) {
          Put(" ");
          Expression(value, kBindTuple);
        }
        if (!statement) Put(")");
        return;
      }
      case NodeKind::kYieldFrom:
        if (!statement) Put("(");
        Put("yield from ");
        Expression(tree_.Get<ast::YieldFrom>(ref).value, kBindTest);
        if (!statement) Put(")");
        return;
      case NodeKind::kCompare: {
        auto& n = tree_.Get<ast::Compare>(ref);
        return Bound(kBindCompare, wanted, [&] {
          Expression(n.left, kBindBitOr);
          auto comparators = tree_.List(n.comparators);
          uint32_t i = 0;
          for (uint32_t op : tree_.List<uint32_t>(n.ops)) {
            Put(" ");
            Put(kCmpOpText[op]);
            Put(" ");
            Expression(comparators.begin()[i++], kBindBitOr);
          }
        });
      }
      case NodeKind::kCall: {
        auto& n = tree_.Get<ast::Call>(ref);
        Expression(n.func, kBindAtom);
        Put("(");
        CallArguments(n.args, n.keywords);
        return Put(")");
      }
      case NodeKind::kJoinedStr:
        Put("f\"");
        Parts(tree_.Get<ast::JoinedStr>(ref).values, false);
        return Put("\"");
      case NodeKind::kTemplateStr:
        Put("t\"");
        Parts(tree_.Get<ast::TemplateStr>(ref).values, false);
        return Put("\"");
      case NodeKind::kConstant:
        return Constant(tree_.Get<ast::Constant>(ref), wanted);
      case NodeKind::kAttribute: {
        auto& n = tree_.Get<ast::Attribute>(ref);
        Expression(n.value, kBindAtom);
        Put(".");
        return Name(n.attr);
      }
      case NodeKind::kSubscript:
        return Subscript(tree_.Get<ast::Subscript>(ref));
      case NodeKind::kStarred:
        Put("*");
        return Expression(tree_.Get<ast::Starred>(ref).value, kBindBitOr);
      case NodeKind::kName:
        return Name(tree_.Get<ast::Name>(ref).id);
      case NodeKind::kList:
        Put("[");
        Expressions(tree_.Get<ast::List>(ref).elts);
        return Put("]");
      case NodeKind::kTuple:
        return Tuple(tree_.Get<ast::Tuple>(ref).elts, wanted);
      case NodeKind::kSlice: {
        auto& n = tree_.Get<ast::Slice>(ref);
        if (n.lower) Expression(n.lower, kBindTest);
        Put(":");
        if (n.upper) Expression(n.upper, kBindTest);
        if (!n.step) return;
        Put(":");
        return Expression(n.step, kBindTest);
      }
      default:
        complete_ = false;
    }
  }

  const Ast& tree_;
  TextWriter& out_;
  int indent_ = 0;
  int level_ = 0;
  bool started_ = false;
  bool complete_ = true;
};

}  // namespace

bool WriteExpression(const Ast& tree, NodeRef expression, WriteText write, void* context) {
  TextWriter out(write, context);
  bool complete = Unparser(tree, out).RunOne(expression);
  out.Flush();
  return complete;
}

bool WriteSource(const Ast& tree, WriteText write, void* context) {
  TextWriter out(write, context);
  bool complete = Unparser(tree, out).Run();
  out.Append('\n');
  out.Flush();
  return complete;
}

}  // namespace garter
