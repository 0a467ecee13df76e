// Values that cross the adapter's border as tagged arrays (protocol.md): out of the sandbox with first-visit ids, into it
// as the host's values.
#ifndef GARTER_CONFORMANCE_ADAPTERS_TAGGED_VALUE_H_
#define GARTER_CONFORMANCE_ADAPTERS_TAGGED_VALUE_H_

#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <vector>

#include "conformance/json.h"
#include "interpreter/interpreter.h"

namespace garter {

// Writes values of one observation; ids go on from one value to the next.
class TaggedWriter {
 public:
  // With `break_aliases` each visit counts as the first: the seeded error of the `alias` canary.
  explicit TaggedWriter(bool break_aliases = false) : break_aliases_(break_aliases) {}

  Json Write(const ValueView& value) { return WriteNode(value, 0); }
  // The variables of the program but for names with two leading underscores, as one dict.
  Json WriteGlobals(const Sandbox& sandbox);

 private:
  Json WriteNode(const ValueView& value, int depth);
  Json WriteItems(const ValueView& value, int depth);
  Json WriteContainer(const char* tag, const ValueView& value, int depth);
  // The id of an object seen before, or 0 after giving it a new one in *id.
  uint64_t Seen(const ValueView& value, uint64_t* id);

  bool break_aliases_;
  std::map<uint64_t, uint64_t> ids_;
  uint64_t next_id_ = 1;
  int nodes_ = 0;
};

// Keeps what the HostValues point to.
class TaggedReader {
 public:
  // False when `tagged` is none of the forms that a host may send.
  bool Read(const Json& tagged, HostValue* out, int depth = 0);

 private:
  bool ReadItems(const Json& items, HostValue* out, int depth);
  bool ReadPairs(const Json& pairs, HostValue* out, int depth);

  std::deque<std::string> texts_;
  std::deque<std::vector<HostValue>> lists_;
};

// WTF-8, as the sandbox gives it, to JSON text: a lone surrogate becomes the six characters \udXXX. With
// `double_backslashes` the result can be read back without doubt (tag "S"). Bytes that are neither become U+FFFD.
std::string EscapeSurrogates(std::string_view wtf8, bool double_backslashes = false);
bool HasSurrogates(std::string_view wtf8);

}  // namespace garter

#endif  // GARTER_CONFORMANCE_ADAPTERS_TAGGED_VALUE_H_
