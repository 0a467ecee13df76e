// Every law is one more run of the same program under other caps, compared with the first.
#include "conformance/laws.h"

#include <string>

namespace garter {
namespace {

class Court {
 public:
  Court(const Case& program, Engine* subject, std::deque<Case>* store)
      : program_(program), subject_(subject), store_(store) {}

  std::vector<CaseResult> Sit() {
    first_ = Run(program_);
    fuel_ = static_cast<uint64_t>(first_.claimed("fuel").value_or(0));
    bool ended = first_.outcome() == "ok" || first_.outcome() == "exception";
    if (!ended || fuel_ < 2) return {};
    Repeat();
    EnoughFuel();
    LessFuel("less_fuel", fuel_ - 1);
    LessFuel("half_fuel", fuel_ / 2);
    LessOutput();
    MoreMemory();
    return std::move(results_);
  }

 private:
  Observation Run(const Case& test) { return std::move(subject_->Run({&test}).front()); }

  // A variant of the program under the name of the law; the caller changes a cap and runs it.
  Case* Variant(const char* law) {
    Case variant = program_;
    variant.id = std::string("law/") + law + "/" + program_.id;
    variant.origin = Origin::kLaw;
    variant.expect = ParseExpectation("clean", &variant.mistakes);
    store_->push_back(std::move(variant));
    return &store_->back();
  }

  // `broken` is one sentence, empty when the law held.
  void Decide(const Case& variant, const char* law, Observation observation, std::string broken) {
    CaseResult result;
    result.test = &variant;
    result.verdict = Judge(variant, observation, Observation());
    if (!broken.empty() && result.verdict.kind == VerdictKind::kAgree) {
      result.verdict.kind = VerdictKind::kEscape;
      result.verdict.tag = std::string("law ") + law;
      result.verdict.detail = std::move(broken);
    }
    result.subject = std::move(observation);
    results_.push_back(std::move(result));
  }

  std::string Differs(const Observation& observation, bool usage) const {
    Comparison comparison = Compare(program_, observation, first_);
    if (!comparison.equal()) return "the second run differs from the first in " + comparison.field;
    for (const char* what : {"fuel", "mem_peak", "depth"}) {
      if (usage && observation.claimed(what) != first_.claimed(what)) {
        return std::string("the second run claims other ") + what;
      }
    }
    return {};
  }

  std::string NoPrefix(const Observation& observation) const {
    bool prefix = first_.stdout_bytes().starts_with(observation.stdout_bytes());
    return prefix ? "" : "what it wrote is no prefix of what it wrote under a higher cap";
  }

  std::string NotLimit(const Observation& observation, const std::string& kind) const {
    if (observation.outcome() == "limit" && observation.limit_kind() == kind) return {};
    return "it should end in the limit of " + kind + " and ends in " + observation.outcome() + " " +
           observation.limit_kind();
  }

  void Repeat() {
    Case* variant = Variant("repeat");
    Observation again = Run(*variant);
    std::string broken = Differs(again, true);
    Decide(*variant, "repeat", std::move(again), std::move(broken));
  }

  void EnoughFuel() {
    Case* variant = Variant("enough_fuel");
    variant->limits.fuel = fuel_;
    Observation again = Run(*variant);
    std::string broken = Differs(again, true);
    Decide(*variant, "enough_fuel", std::move(again), std::move(broken));
  }

  void LessFuel(const char* law, uint64_t fuel) {
    Case* variant = Variant(law);
    variant->limits.fuel = fuel;
    Observation again = Run(*variant);
    std::string broken = NotLimit(again, "fuel");
    if (broken.empty()) broken = NoPrefix(again);
    Decide(*variant, law, std::move(again), std::move(broken));
  }

  void LessOutput() {
    uint64_t written = static_cast<uint64_t>(first_.claimed("out_bytes").value_or(0));
    if (written < 2) return;
    Case* variant = Variant("less_output");
    variant->limits.output = written - 1;
    Observation again = Run(*variant);
    std::string broken = NotLimit(again, "output");
    if (broken.empty()) broken = NoPrefix(again);
    if (again.stdout_bytes().size() + again.stderr_bytes().size() > written - 1) broken = "it wrote more than its cap";
    Decide(*variant, "less_output", std::move(again), std::move(broken));
  }

  void MoreMemory() {
    Case* variant = Variant("more_memory");
    variant->limits.memory *= 2;
    Observation again = Run(*variant);
    std::string broken = Differs(again, false);
    if (broken.empty() && again.claimed("fuel") != first_.claimed("fuel")) broken = "fuel depends on the cap of memory";
    Decide(*variant, "more_memory", std::move(again), std::move(broken));
  }

  const Case& program_;
  Engine* subject_;
  std::deque<Case>* store_;
  Observation first_;
  uint64_t fuel_ = 0;
  std::vector<CaseResult> results_;
};

}  // namespace

std::vector<CaseResult> CheckLaws(const Case& program, Engine* subject, std::deque<Case>* store) {
  return Court(program, subject, store).Sit();
}

}  // namespace garter
