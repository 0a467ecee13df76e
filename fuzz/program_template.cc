// Templates: pieces of program with holes, for constructs that are an arrangement of several statements (a metaclass, a
// protocol of sends and throws), where the arrangement is fixed and all it computes with is not.
//
// A pattern is the lines of a program, indented by four spaces a level, with these marks:
//
//   $i int   $p 1 to 5   $n 0 to 9   $s str   $q a str literal   $v any scalar   $b truth   $l list of ints
//   $f f-string   $e an iterable's text   $x an expression that raises   $1..$9 a fresh name   $A..$Z a fresh class name
//   $(a|b|c$)  one of these     $?  before a line: it and what is indented under it may be left out
//   \ at the end: the line goes on in the next
//   $t  alone on a line: a statement or two     $g  before `def`: a generator or coroutine
//   $&  `global` or `nonlocal`, whichever reaches the template's own names
//   $[module.name]  what the program calls that name of a module
//
// The scopes that the lines open are opened for the builder too, so that an expression uses whatever may be used where
// it stands. Names written out in a pattern are unknown to the builder: they must not be words of kWords or
// kShortNames.
#include <algorithm>
#include <utility>

#include "fuzz/program_builder.h"

namespace garter::fuzz {
namespace {

const char* const kClassWords[] = {"Shape", "Point", "Stack",  "Ledger", "Robot",  "Token",  "Matrix", "Planet",
                                   "Plant", "River", "Ticket", "Engine", "Signal", "Bridge", "Harbor", "Garden"};

struct TemplateLine {
  size_t level = 0;
  std::string text;
};

std::vector<TemplateLine> SplitLines(std::string_view pattern) {
  std::vector<TemplateLine> out;
  bool joined = false;
  while (!pattern.empty()) {
    size_t end = std::min(pattern.find('\n'), pattern.size());
    std::string_view line = pattern.substr(0, end);
    pattern.remove_prefix(std::min(end + 1, pattern.size()));
    size_t blanks = line.find_first_not_of(' ');
    if (blanks == std::string_view::npos) continue;
    std::string text(line.substr(blanks));
    if (joined) {
      out.back().text += text;
    } else {
      out.push_back({blanks / 4, text});
    }
    joined = out.back().text.back() == '\\';
    if (joined) out.back().text.pop_back();
  }
  return out;
}

// What a header opens.
enum class Opens : uint8_t { kNothing, kFunction, kClass, kLoop, kBlock };

Opens WhatOpens(const std::string& line) {
  if (line.back() != ':') return Opens::kNothing;
  std::string_view text = line;
  if (text.starts_with("async ")) text.remove_prefix(6);
  if (text.starts_with("def ")) return Opens::kFunction;
  if (text.starts_with("class ")) return Opens::kClass;
  return text.starts_with("for ") || text.starts_with("while ") ? Opens::kLoop : Opens::kBlock;
}

// The characters of text that is UTF-8.
std::vector<uint32_t> CharactersOf(const std::string& text) {
  std::vector<uint32_t> out;
  for (size_t i = 0; i < text.size();) {
    unsigned char first = static_cast<unsigned char>(text[i]);
    int more = first < 0x80 ? 0 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3;
    uint32_t c = more == 0 ? first : first & (0x3fu >> more);
    for (int k = 1; k <= more; ++k)
      c = (c << 6) | (static_cast<unsigned char>(text[i + static_cast<size_t>(k)]) & 0x3fu);
    out.push_back(c);
    i += static_cast<size_t>(more) + 1;
  }
  return out;
}

}  // namespace

std::string ProgramBuilder::Quoted(const std::string& text) { return StrLiteral(CharactersOf(text), random_); }

std::string ProgramBuilder::FreshClassName() {
  size_t words = std::size(kClassWords);
  size_t index = static_cast<size_t>(class_count_++);
  std::string name = kClassWords[(index * 5) % words];
  return index < words ? name : name + std::to_string(index / words);
}

std::string ProgramBuilder::FillPlaceholder(char which, TemplateNames* names) {
  switch (which) {
    case 'i':
      return Sub(IntType(-20, 100), 1, kUnary);
    case 'p':
      return std::to_string(random_.Between(1, 5));
    case 'n':
      return std::to_string(random_.Between(0, 9));
    case 's':
      return Sub(StrType(0, 20), 1, kPrimary);
    case 'q':
      return StrText(1, 6);
    case 'v':
      return Sub(RandomScalarType(), 1, kUnary);
    case 'b':
      return Sub(BoolType(), 1, kUnary);
    case 'l':
      return "[" + Displayed(IntType(-9, 99), random_.Between(1, 4), 1) + "]";
    case 'f':
      return FStringText(1);
    case 'e': {
      Iterable items = IterableOf(IntType(-9, 99), 1);
      return items.text[0] == '*' ? "[" + items.text + "]" : items.text;
    }
    case '&': {
      // The template's own function may stand in another.
      int functions = 0;
      for (const Scope& scope : scopes_) functions += scope.kind == Scope::Kind::kFunction ? 1 : 0;
      return functions > 1 ? "nonlocal" : "global";
    }
    case 'x':
      return "(" + MakeErrorSite(1).text + ")";
    default:
      break;
  }
  std::string& name = (*names)[which];
  if (name.empty()) name = which >= 'A' && which <= 'Z' ? FreshClassName() : FreshName();
  return name;
}

// The line with its marks replaced, from left to right.
std::string ProgramBuilder::Fill(const std::string& line, TemplateNames* names) {
  std::string out;
  std::string text = line;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '$' || i + 1 == text.size()) {
      out += text[i];
      continue;
    }
    char which = text[++i];
    if (which == '[') {
      size_t end = text.find(']', i);
      std::string path = text.substr(i + 1, end - i - 1);
      size_t dot = path.rfind('.');
      out += From(path.substr(0, dot), path.substr(dot + 1));
      i = end;
      continue;
    }
    if (which != '(') {
      out += FillPlaceholder(which, names);
      continue;
    }
    size_t end = text.find("$)", i);
    std::vector<std::string> choices(1);
    for (size_t k = i + 1; k < end; ++k) {
      if (text[k] == '|') {
        choices.emplace_back();
      } else {
        choices.back() += text[k];
      }
    }
    text = text.substr(0, i + 1) + random_.Pick(choices) + text.substr(end + 2);
  }
  return out;
}

void ProgramBuilder::Write(std::string_view pattern, TemplateNames* names) {
  struct Open {
    size_t level;
    Opens what;
    Surroundings outer;
    double weight;
    size_t lines;  // Written before its body.
  };
  TemplateNames own;
  if (names == nullptr) names = &own;
  std::vector<TemplateLine> lines = SplitLines(pattern);
  std::vector<Open> open;
  auto close_to = [&](size_t level) {
    while (!open.empty() && open.back().level >= level) {
      Open done = open.back();
      open.pop_back();
      if (line_count_ == done.lines) Line("pass");
      if (done.what == Opens::kFunction) {
        LeaveFunction(done.outer);
      } else if (done.what == Opens::kClass) {
        PopScope();
        --indent_;
      } else {
        if (done.what == Opens::kLoop) --loop_depth_;
        weight_ = done.weight;
        CloseBlock();
      }
    }
  };
  ++template_depth_;
  for (size_t i = 0; i < lines.size(); ++i) {
    std::string text = lines[i].text;
    size_t level = lines[i].level;
    close_to(level);
    if (text.starts_with("$?")) {
      text = text.substr(2);
      if (random_.Percent(50)) {
        // With a decorator goes what it decorates.
        bool decorator = text[0] == '@';
        auto belongs = [&](const TemplateLine& next) {
          if (next.level > level) return true;
          if (!decorator || next.level < level) return false;
          decorator = next.text[0] == '@';
          return true;
        };
        while (i + 1 < lines.size() && belongs(lines[i + 1])) ++i;
        continue;
      }
    }
    if (text == "$t") {
      Statements(static_cast<int>(random_.Between(1, 2)));
      continue;
    }
    bool suspends = text.starts_with("$g");
    if (suspends) text = text.substr(2);
    bool outer_walrus = no_walrus_;
    bool outer_inline = inline_scope_;
    // The line may have scopes of its own, where a binding would be another's, and `await` nobody's.
    auto has = [&](std::string_view word) { return text.find(word) != std::string::npos; };
    inline_scope_ = has(" for ") || has("lambda") || (has("def ") && text.back() != ':');
    no_walrus_ = no_walrus_ || inline_scope_ || scopes_.back().kind == Scope::Kind::kClass;
    text = Fill(text, names);
    inline_scope_ = outer_inline;
    no_walrus_ = outer_walrus;
    double cost = cost_;
    Line(text);
    Opens what = WhatOpens(text);
    if (what == Opens::kNothing) continue;
    Open next{level, what, {}, weight_, line_count_};
    switch (what) {
      case Opens::kFunction:
        next.outer = EnterFunction();
        next.outer.cost = cost;
        // Whoever calls it does so at a time of its own.
        ++locked_;
        scopes_.back().suspends = suspends;
        scopes_.back().own_self = text.find("(self") != std::string::npos;
        break;
      case Opens::kClass:
        PushScope(Scope::Kind::kClass);
        ++indent_;
        break;
      default:
        if (what == Opens::kLoop) ++loop_depth_;
        if (what == Opens::kLoop) weight_ *= 5;
        OpenBlock();
        break;
    }
    open.push_back(next);
  }
  close_to(0);
  --template_depth_;
}

void ProgramBuilder::WriteOneOf(const std::vector<const char*>& patterns) { Write(random_.Pick(patterns)); }

}  // namespace garter::fuzz
