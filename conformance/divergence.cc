// The ledger of differences is read strictly: a declaration without a reason or a witness is no declaration.
#include "conformance/divergence.h"

#include <toml++/toml.h>
#include <algorithm>
#include <ctime>
#include <set>
#include <sstream>

namespace garter {
namespace {

std::string Today() {
  std::time_t now = std::time(nullptr);
  std::tm parts;
  gmtime_r(&now, &parts);
  char text[16];
  std::strftime(text, sizeof text, "%Y-%m-%d", &parts);
  return text;
}

std::string Text(const toml::table& table, std::string_view key) { return table[key].value_or(std::string()); }

Divergence ReadDivergence(const toml::table& table) {
  Divergence out;
  out.id = Text(table, "id");
  out.cls = Text(table, "class");
  out.component = Text(table, "component");
  out.reason = Text(table, "reason");
  out.workaround = Text(table, "workaround");
  out.expires = Text(table, "expires");
  out.max_matches = table["max_matches"].value_or(0);
  out.field = Text(table, "field");
  out.source_contains = Text(table, "source_contains");
  out.source_times = table["source_times"].value_or(1);
  out.subject_contains = Text(table, "subject_contains");
  out.oracle_contains = Text(table, "oracle_contains");
  return out;
}

void Check(const Divergence& divergence, const std::filesystem::path& file, std::vector<std::string>* mistakes) {
  static const std::set<std::string> kClasses = {"bug", "unsupported", "by_design", "version", "unspecified"};
  auto complain = [&](const std::string& what) { mistakes->push_back(file.filename().string() + ": " + what); };
  if (divergence.id != file.stem()) complain("id is not the name of the file");
  if (!kClasses.contains(divergence.cls)) complain("unknown class '" + divergence.cls + "'");
  if (divergence.reason.empty()) complain("has no reason");
  if (divergence.workaround.empty()) complain("has no workaround");
  if (divergence.component.empty()) complain("has no component");
  if (divergence.field.empty()) complain("names no field");
  if (divergence.max_matches < 1) complain("has no max_matches");
  if (divergence.expires < Today()) complain("expired on '" + divergence.expires + "'");
  if (!std::filesystem::exists(std::filesystem::path(file).replace_extension(".py"))) complain("has no witness");
}

int Occurs(const std::string& part, const std::string& text) {
  int count = 0;
  for (size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

}  // namespace

bool Divergence::Covers(const Case& test, const Verdict& verdict) const {
  auto contains = [](const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; };
  return verdict.kind == VerdictKind::kDiverge && verdict.tag == field &&
         Occurs(source_contains, test.source) >= source_times && contains(verdict.subject, subject_contains) &&
         contains(verdict.oracle, oracle_contains);
}

std::vector<Divergence> LoadDivergences(const std::filesystem::path& folder, std::vector<std::string>* mistakes) {
  std::vector<Divergence> out;
  if (!std::filesystem::is_directory(folder)) return out;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".toml") continue;
    try {
      out.push_back(ReadDivergence(toml::parse_file(entry.path().string())));
      Check(out.back(), entry.path(), mistakes);
    } catch (const toml::parse_error& error) {
      std::ostringstream text;
      text << entry.path().filename().string() << ": " << error;
      mistakes->push_back(text.str());
    }
  }
  std::sort(out.begin(), out.end(), [](const Divergence& a, const Divergence& b) { return a.id < b.id; });
  return out;
}

void ApplyDeclarations(const std::vector<Divergence>& declared, const Case& test, Verdict* verdict) {
  for (const Divergence& divergence : declared) {
    if (!divergence.Covers(test, *verdict)) continue;
    verdict->kind = VerdictKind::kDeclared;
    verdict->detail = "differs in " + verdict->tag + ": " + divergence.reason;
    verdict->tag = divergence.id;
    return;
  }
}

}  // namespace garter
