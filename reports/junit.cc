// Bad verdicts are failures, INFRA is an error, and what could not be judged is skipped with its reason.
#include "reports/junit.h"

#include <map>
#include <pugixml.hpp>
#include <sstream>

#include "reports/escape.h"

namespace garter {
namespace {

struct Tally {
  int tests = 0, failures = 0, errors = 0, skipped = 0;
  double seconds = 0;
};

void Set(pugi::xml_node node, const char* name, const std::string& value) {
  node.append_attribute(name).set_value(DropForXml(value).c_str());
}

double Seconds(const Json& record) {
  const Json& ms = Member(record, "ms");
  return ms.is_number() ? ms.get<double>() / 1000 : 0;
}

std::string Shown(const Json& value) {
  std::string text = RecordedBytes(value);
  return IsCut(value) ? text + "\n[cut; the bundle has it whole]" : text;
}

std::string FailureText(const Json& record) {
  std::string out = Shown(Member(record, "detail")) + "\n";
  for (const char* side : {"subject", "oracle"}) {
    const Json& observation = Member(record, side);
    if (!observation.is_object()) continue;
    out += std::string("--- ") + side + ": " + TextMember(observation, "outcome") + "\n" +
           Shown(Member(observation, "stdout")) + Shown(Member(observation, "stderr")) +
           Shown(Member(Member(observation, "exception"), "traceback"));
  }
  return out + "--- program\n" + Shown(Member(record, "source")) + "\n" + TextMember(record, "replay") + "\n";
}

void AddOutcome(pugi::xml_node node, const Json& record, Tally* tally) {
  std::string verdict = TextMember(record, "verdict");
  if (verdict == "AGREE" || verdict == "AGREE_NORM" || verdict == "DECLARED") return;
  bool skipped = verdict == "UNSUPPORTED" || verdict == "POISONED";
  bool error = verdict == "INFRA" || verdict == "ORACLE_UNSTABLE";
  ++(skipped ? tally->skipped : error ? tally->errors : tally->failures);
  pugi::xml_node child = node.append_child(skipped ? "skipped" : error ? "error" : "failure");
  Set(child, "message", VerdictText(record));
  if (!skipped) child.text().set(DropForXml(FailureText(record)).c_str());
}

void AddCase(pugi::xml_node suite, const std::string& suite_name, const Json& record, Tally* tally) {
  pugi::xml_node node = suite.append_child("testcase");
  Set(node, "classname", suite_name);
  Set(node, "name", TextMember(record, "id"));
  node.append_attribute("time").set_value(Seconds(record), 6);
  ++tally->tests;
  tally->seconds += Seconds(record);
  AddOutcome(node, record, tally);
}

void AddControl(pugi::xml_node suite, const Json& control, Tally* tally) {
  pugi::xml_node node = suite.append_child("testcase");
  Set(node, "classname", "control");
  Set(node, "name", TextMember(control, "name") + " (" + TextMember(control, "when") + ")");
  ++tally->tests;
  if (Member(control, "earned") == Json(true)) return;
  ++tally->failures;
  Set(node.append_child("failure"), "message",
      "expected " + TextMember(control, "expected") + ", got " + TextMember(control, "got"));
}

void Finish(pugi::xml_node suite, const Tally& tally) {
  suite.append_attribute("tests").set_value(tally.tests);
  suite.append_attribute("failures").set_value(tally.failures);
  suite.append_attribute("errors").set_value(tally.errors);
  suite.append_attribute("skipped").set_value(tally.skipped);
  suite.append_attribute("time").set_value(tally.seconds, 6);
}

}  // namespace

std::string JUnitXml(const RunRecords& run) {
  pugi::xml_document document;
  pugi::xml_node suites = document.append_child("testsuites");
  Set(suites, "name", "conform");
  std::map<std::string, pugi::xml_node> nodes;
  std::map<std::string, Tally> tallies;
  auto suite = [&](const std::string& name) {
    if (!nodes.contains(name)) Set(nodes[name] = suites.append_child("testsuite"), "name", name);
    return nodes[name];
  };
  for (const Json& control : run.controls) AddControl(suite("control"), control, &tallies["control"]);
  for (const Json& record : run.cases) {
    std::string name = TextMember(record, "origin");
    AddCase(suite(name), name, record, &tallies[name]);
  }
  for (auto& [name, node] : nodes) Finish(node, tallies[name]);
  std::ostringstream out;
  document.save(out, "  ");
  return std::move(out).str();
}

}  // namespace garter
