// Every malformed frame ends the conversation at once: an adapter that has lost its place cannot be asked where it is.
#include "conformance/frame.h"

namespace garter {
namespace {

bool IsKnownKind(char kind) {
  return kind != '\0' && std::string_view("HGCSOhrPQRYB").find(kind) != std::string_view::npos;
}

uint32_t ReadLength(const char* at) {
  uint32_t length = 0;
  for (int i = 3; i >= 0; --i) length = length << 8 | static_cast<uint8_t>(at[i]);
  return length;
}

}  // namespace

std::string EncodeFrame(FrameKind kind, const Json& payload) {
  std::string text = DumpJson(payload);
  if (text.size() + 1 > kMaxFrame) return {};
  uint32_t length = static_cast<uint32_t>(text.size()) + 1;
  std::string out;
  out.reserve(length + 4);
  for (int i = 0; i < 4; ++i) out += static_cast<char>(length >> (8 * i) & 0xFF);
  out += static_cast<char>(kind);
  return out + text;
}

FrameReader::Status FrameReader::Break(std::string why) {
  error_ = std::move(why);
  return Status::kBroken;
}

FrameReader::Status FrameReader::Next(Frame* out) {
  if (!error_.empty()) return Status::kBroken;
  if (buffer_.size() - at_ < 5) return Status::kNeedMore;
  uint32_t length = ReadLength(buffer_.data() + at_);
  if (length < 3 || length > kMaxFrame) return Break("frame length " + std::to_string(length));
  char kind = buffer_[at_ + 4];
  if (!IsKnownKind(kind)) return Break("unknown frame kind " + std::to_string(static_cast<uint8_t>(kind)));
  if (buffer_.size() - at_ < length + 4) return Status::kNeedMore;
  std::string_view text(buffer_.data() + at_ + 5, length - 1);
  if (!ParseJson(text, &out->payload) || !out->payload.is_object()) return Break("payload is no JSON object");
  out->kind = static_cast<FrameKind>(kind);
  at_ += length + 4;
  if (at_ == buffer_.size() || at_ > (1u << 20)) {
    buffer_.erase(0, at_);
    at_ = 0;
  }
  return Status::kFrame;
}

}  // namespace garter
