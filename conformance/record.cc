// Writing only; the shapes are told in the header.
#include "conformance/record.h"

#include "conformance/bundle.h"
#include "conformance/encoding.h"

namespace garter {
namespace {

double Milliseconds(const Observation& observation) { return 1000 * observation.measured("wall").value_or(0); }

// At a character's start, so that what is left is UTF-8 still.
std::string CutText(const std::string& text) {
  size_t end = kMaxRecordText;
  while (end > 0 && (static_cast<uint8_t>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end);
}

Json CutBytes(const Json& b64) {
  const std::string& text = b64.get_ref<const std::string&>();
  return {{"b64", text.substr(0, kMaxRecordText / 4 * 4)}, {"cut", text.size() / 4 * 3}};
}

}  // namespace

Json CutTexts(const Json& value) {
  if (value.is_string() && value.get_ref<const std::string&>().size() > kMaxRecordText) {
    const std::string& text = value.get_ref<const std::string&>();
    return {{"text", CutText(text)}, {"cut", text.size()}};
  }
  if (value.is_object() && value.size() == 1 && Member(value, "b64").is_string() &&
      value["b64"].get_ref<const std::string&>().size() > kMaxRecordText) {
    return CutBytes(value["b64"]);
  }
  if (!value.is_structured()) return value;
  Json out = value;
  for (Json& item : out) item = CutTexts(item);
  return out;
}

Json RunRecord(const RunFacts& facts) {
  return {{"kind", "run"},          {"schema", 1},        {"started", facts.started}, {"subject", facts.subject},
          {"oracle", facts.oracle}, {"seed", facts.seed}, {"command", facts.command}, {"generator", facts.generator}};
}

Json ControlRecord(const ControlResult& control, const char* when) {
  return {{"kind", "control"},
          {"when", when},
          {"name", control.name},
          {"expected", control.expected},
          {"got", control.got},
          {"earned", control.earned},
          {"detail", CutTexts(BytesToJson(control.detail))}};
}

Json CaseRecord(const CaseResult& result, const std::string& signature, const std::string& bundle,
                const std::string& arguments) {
  const Case& test = *result.test;
  Json out = {{"kind", "case"},
              {"id", test.id},
              {"origin", OriginName(test.origin)},
              {"verdict", VerdictName(result.verdict.kind)},
              {"tag", result.verdict.tag},
              {"outcome", result.subject.outcome()},
              {"ms", Milliseconds(result.subject)}};
  if (!test.features.empty()) out["features"] = test.features;
  if (result.subject.outcome() == "exception") out["exception"] = result.subject.exception_type();
  if (test.seed) out["seed"] = *test.seed;
  if (!result.oracle.empty()) out["oracle_ms"] = Milliseconds(result.oracle);
  if (result.verdict.kind == VerdictKind::kAgree) return out;
  out["norms"] = result.verdict.norms;
  out["path"] = test.path;
  out["desc"] = test.desc;
  out["detail"] = CutTexts(BytesToJson(result.verdict.detail));
  out["bad"] = IsBad(result.verdict.kind);
  out["source"] = CutTexts(BytesToJson(test.source));
  out["subject"] = CutTexts(result.subject.json());
  out["oracle"] = CutTexts(result.oracle.json());
  out["signature"] = BytesToJson(signature);
  out["bundle"] = bundle;
  if (!bundle.empty()) out["replay"] = ReplayCommand(bundle, arguments);
  if (!test.expect.empty()) out["expect"] = test.expect.text;
  return out;
}

Json ReasonRecord(const GateReason& reason) {
  return {{"kind", "reason"},
          {"code", reason.code},
          {"meaning", ExitMeaning(reason.code)},
          {"text", BytesToJson(reason.text)}};
}

Json SummaryRecord(const std::vector<CaseResult>& results, const std::map<std::string, double>& metrics, int code,
                   double seconds) {
  Json counts = Json::object();
  Json norms = Json::object();
  for (const CaseResult& result : results) {
    std::string name(VerdictName(result.verdict.kind));
    counts[name] = counts.value(name, 0) + 1;
    for (const std::string& norm : result.verdict.norms) norms[norm] = norms.value(norm, 0) + 1;
  }
  return {
      {"kind", "summary"}, {"cases", results.size()},      {"counts", counts},  {"norms", norms}, {"metrics", metrics},
      {"exit", code},      {"meaning", ExitMeaning(code)}, {"seconds", seconds}};
}

}  // namespace garter
