// The table as data, and how a text is filled; see node_templates.def.
#include "fuzz/node_templates.h"

#include <algorithm>

#include "fuzz/text.h"

namespace garter::fuzz {
namespace {

FeatureMask Needs(const char* feature) {
  FeatureMask mask = 0;
  ParseFeatures(feature, &mask);
  return mask;
}

std::string FillHole(char which, const std::string& own, const TemplateSource& source, Random* random) {
  switch (which) {
    case 'e':
      return source.expression();
    case 'p':
      return source.pattern();
    case 'n':
      return source.name();
    case 'm':
      return own;
    case 'i':
      return std::to_string(random->Between(0, 9));
    case 'a':
      return random->Pick({"size_of", "real", "__class__", "__name__", "args", "append"});
    case 'q':
      return random->Pick({"'k'", "''", "'text'", "'\\xe9'", "\"two words\""});
    default:
      return {};
  }
}

std::string FillLine(const std::string& line, const std::string& own, const TemplateSource& source, Random* random) {
  std::string out;
  for (size_t i = 0; i < line.size(); ++i) {
    if (line[i] != '$' || i + 1 == line.size()) {
      out += line[i];
      continue;
    }
    char which = line[++i];
    if (which != '(') {
      out += FillHole(which, own, source, random);
      continue;
    }
    // The alternatives hold no holes.
    size_t end = line.find("$)", i);
    std::vector<std::string> choices(1);
    for (char c : line.substr(i + 1, end - i - 1)) {
      if (c == '|') {
        choices.emplace_back();
      } else {
        choices.back() += c;
      }
    }
    out += random->Pick(choices);
    i = end + 1;
  }
  return out;
}

}  // namespace

const std::vector<NodeTemplate>& NodeTemplates() {
  static const auto& templates = *new std::vector<NodeTemplate>{
#define GARTER_NODE_TEMPLATE(kind, form, feature, text) \
  {NodeKind::k##kind, TemplateForm::k##form, Needs(feature), text},
#include "fuzz/node_templates.def"
  };
  return templates;
}

std::string FillTemplate(const NodeTemplate& node, const std::string& indent, const TemplateSource& source,
                         Random* random) {
  std::string own = "made" + std::to_string(random->Below(4));
  std::string text = node.text;
  if (node.form != TemplateForm::kStatement) return FillLine(text, own, source, random);
  std::string out;
  for (size_t begin = 0; begin < text.size();) {
    size_t end = std::min(text.find('\n', begin), text.size());
    std::string line = text.substr(begin, end - begin);
    begin = end + 1;
    size_t blanks = line.find_first_not_of(' ');
    std::string inner = indent + line.substr(0, blanks);
    if (line.substr(blanks) == "$s") {
      std::string statement = source.statement(inner);
      out += statement.empty() ? inner + "pass\n" : statement;
      continue;
    }
    out += inner + FillLine(line.substr(blanks), own, source, random) + "\n";
  }
  return out;
}

}  // namespace garter::fuzz
