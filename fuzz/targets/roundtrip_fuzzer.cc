// unparse(parse(x)) is the identity on trees: the text written for a tree parses
// again, to the same tree but for positions.
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>

#include "interpreter/base/arena.h"
#include "interpreter/base/check.h"
#include "interpreter/base/meter.h"
#include "interpreter/syntax/parser.h"
#include "interpreter/syntax/unparse.h"

namespace {

struct Parsed {
  std::string source;
  std::unique_ptr<uint64_t[]> memory;
  std::unique_ptr<garter::Arena> arena;
  garter::ParseResult result;
};

void ParseInto(std::string source, Parsed* out) {
  out->source = std::move(source);
  size_t words = (size_t{1} << 17) + out->source.size() * 64;
  out->memory.reset(new uint64_t[words]);
  out->arena = std::make_unique<garter::Arena>(out->memory.get(), words * 8);
  garter::Meter meter;
  out->result = garter::Parse(*out->arena, meter, out->source);
}

void Append(void* context, std::string_view text) { static_cast<std::string*>(context)->append(text); }

// Writes everything of a tree but its positions into one string.
class Flattener {
 public:
  explicit Flattener(const garter::Ast& tree) : tree_(tree) {}

  std::string Flat() {
    Walk(tree_.root());
    return std::move(out_);
  }

  void Node(const char*, garter::Sort, garter::NodeRef child) { Walk(child); }
  void OptionalNode(const char*, garter::Sort, garter::NodeRef child) { Walk(child); }
  void NodeList(const char*, garter::Sort, garter::ListRef list) {
    garter::ListView<garter::NodeRef> items = tree_.List(list);
    Number(items.size());
    for (garter::NodeRef child : items) Walk(child);
  }
  void OptionalNodeList(const char* name, garter::Sort sort, garter::ListRef list) { NodeList(name, sort, list); }
  void Identifier(const char*, garter::Sort, uint32_t id) { Name(id); }
  void OptionalIdentifier(const char*, garter::Sort, uint32_t id) { Name(id); }
  void IdentifierList(const char*, garter::Sort, garter::ListRef list) {
    for (uint32_t id : tree_.List<uint32_t>(list)) Name(id);
  }
  void Int(const char*, garter::Sort, int32_t value) { Number(static_cast<uint64_t>(value)); }
  void Context(const char*, garter::Sort, garter::ExprContext value) { Number(static_cast<uint64_t>(value)); }
  void BoolOp(const char*, garter::Sort, garter::BoolOp value) { Number(static_cast<uint64_t>(value)); }
  void Operator(const char*, garter::Sort, garter::Operator value) { Number(static_cast<uint64_t>(value)); }
  void UnaryOp(const char*, garter::Sort, garter::UnaryOp value) { Number(static_cast<uint64_t>(value)); }
  void CmpOpList(const char*, garter::Sort, garter::ListRef list) {
    for (uint32_t op : tree_.List<uint32_t>(list)) Number(op);
  }
  void Constant(const char*, garter::Sort, const garter::ConstantValue& value) {
    Number(static_cast<uint64_t>(value.type));
    bool number = value.type == garter::ConstantType::kFloat || value.type == garter::ConstantType::kComplex;
    if (number || value.fits) {
      Number(value.bits[0]);
      Number(value.bits[1]);
    } else {
      // The base of a large int may change; its digits then do too.
      if (value.type != garter::ConstantType::kInt) Text(tree_.Text(value.text));
    }
  }
  void StringKind(const char*, garter::Sort, uint32_t kind) { Number(kind); }
  void AlwaysNone(const char*, garter::Sort) {}
  void AlwaysEmpty(const char*, garter::Sort) {}

 private:
  // Deep trees are left alone: this walk uses the native stack.
  static constexpr int kMaxDepth = 1500;

  void Walk(garter::NodeRef ref) {
    if (!ref || depth_ > kMaxDepth) return Number(0);
    ++depth_;
    Number(1 + static_cast<uint64_t>(tree_.Kind(ref)));
    garter::VisitFields(tree_, ref, *this);
    --depth_;
  }
  void Number(uint64_t value) { out_ += std::to_string(value) + " "; }
  void Text(std::string_view text) {
    Number(text.size());
    out_ += text;
  }
  void Name(uint32_t id) { Text(id == 0 ? std::string_view() : tree_.Text(id)); }

  const garter::Ast& tree_;
  std::string out_;
  int depth_ = 0;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size > (1u << 15)) return 0;
  Parsed first;
  ParseInto(std::string(reinterpret_cast<const char*>(data), size), &first);
  if (first.result.status != garter::ParseStatus::kOk) return 0;
  std::string written;
  if (!garter::WriteSource(first.result.tree, Append, &written)) return 0;
  Parsed second;
  ParseInto(written, &second);
  CHECK(second.result.status == garter::ParseStatus::kOk);
  CHECK(Flattener(first.result.tree).Flat() == Flattener(second.result.tree).Flat());
  return 0;
}
