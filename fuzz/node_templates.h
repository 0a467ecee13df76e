// The mutator's table of nodes: for each kind, text that holds one. See node_templates.def.
#ifndef GARTER_FUZZ_NODE_TEMPLATES_H_
#define GARTER_FUZZ_NODE_TEMPLATES_H_

#include <functional>
#include <string>
#include <vector>

#include "fuzz/features.h"
#include "fuzz/random.h"
#include "interpreter/syntax/ast.h"

namespace garter::fuzz {

enum class TemplateForm : uint8_t { kStatement, kExpression, kPattern };

struct NodeTemplate {
  NodeKind kind;
  TemplateForm form;
  FeatureMask feature;  // What it needs; 0 for nothing.
  const char* text;
};

const std::vector<NodeTemplate>& NodeTemplates();

// Where the holes of a template get their texts from.
struct TemplateSource {
  std::function<std::string()> expression;                          // In brackets.
  std::function<std::string(const std::string& indent)> statement;  // Whole lines, so indented; may be empty.
  std::function<std::string()> pattern;
  std::function<std::string()> name;  // One that something binds.
};

// The template with its holes filled, each line of a statement behind `indent`.
std::string FillTemplate(const NodeTemplate& node, const std::string& indent, const TemplateSource& source,
                         Random* random);

}  // namespace garter::fuzz

#endif  // GARTER_FUZZ_NODE_TEMPLATES_H_
