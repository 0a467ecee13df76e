// Built-in defaults are TOML as well, so that there is one reader and `conform` explains itself by printing them.
#include "conformance/adapter_config.h"

#include <toml++/toml.h>
#include <sstream>
#include <stdexcept>

namespace garter {
namespace {

constexpr char kDefaults[] = R"toml(
[garter]
command = ["{bin}/garter-adapter"]

[cpython]
command = ["{root}/oracle_cpython/oracle"]
env = { PYTHONHASHSEED = "0", GARTER_CONFINE = "{bin}/../oracle_cpython/confine" }
start_seconds = 120
)toml";

std::string Substitute(std::string text, const Places& places) {
  const std::pair<std::string, std::string> names[] = {{"{root}", places.root.string()},
                                                       {"{bin}", places.bin.string()}};
  for (const auto& [name, value] : names) {
    for (size_t at; (at = text.find(name)) != std::string::npos;) text.replace(at, name.size(), value);
  }
  return text;
}

AdapterConfig ReadAdapter(const std::string& name, const toml::table& table, const Places& places) {
  AdapterConfig out;
  out.name = name;
  const toml::array* command = table["command"].as_array();
  if (command == nullptr || command->empty()) throw std::runtime_error("adapter " + name + " has no command");
  for (const toml::node& word : *command) out.command.push_back(Substitute(word.value_or(std::string()), places));
  if (const toml::table* env = table["env"].as_table()) {
    for (const auto& [key, value] : *env) out.env[std::string(key.str())] = value.value_or(std::string());
  }
  out.start_seconds = table["start_seconds"].value_or(out.start_seconds);
  return out;
}

void AddAdapters(const toml::table& file, const Places& places, std::map<std::string, AdapterConfig>* out) {
  for (const auto& [name, node] : file) {
    const toml::table* table = node.as_table();
    if (table == nullptr) throw std::runtime_error("adapters: " + std::string(name.str()) + " is no table");
    (*out)[std::string(name.str())] = ReadAdapter(std::string(name.str()), *table, places);
  }
}

}  // namespace

std::map<std::string, AdapterConfig> LoadAdapters(const Places& places, const std::string& file) {
  std::map<std::string, AdapterConfig> out;
  try {
    AddAdapters(toml::parse(std::string_view(kDefaults)), places, &out);
    if (!file.empty()) AddAdapters(toml::parse_file(file), places, &out);
  } catch (const toml::parse_error& error) {
    std::ostringstream text;
    text << "adapters: " << error;
    throw std::runtime_error(text.str());
  }
  return out;
}

}  // namespace garter
