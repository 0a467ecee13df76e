// Frames of CAP/1 (protocol.md): u32le length, one kind letter, UTF-8 JSON. This file turns bytes into frames and back;
// it does not know files or processes.
#ifndef GARTER_CONFORMANCE_FRAME_H_
#define GARTER_CONFORMANCE_FRAME_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "conformance/json.h"

namespace garter {

inline constexpr uint32_t kMaxFrame = 16u << 20;  // of kind and payload together

enum class FrameKind : char {
  kHello = 'H',
  kConfig = 'G',
  kCase = 'C',
  kSource = 'S',
  kObservation = 'O',
  kHostCall = 'h',
  kHostReturn = 'r',
  kPing = 'P',
  kPong = 'Q',
  kReset = 'R',
  kCanary = 'Y',
  kBye = 'B',
};

struct Frame {
  FrameKind kind;
  Json payload;
};

// Empty when the payload is larger than a frame may be.
std::string EncodeFrame(FrameKind kind, const Json& payload);

// Collects bytes as they come and gives whole frames back.
class FrameReader {
 public:
  enum class Status { kFrame, kNeedMore, kBroken };

  void Append(std::string_view bytes) { buffer_ += bytes; }

  // kBroken is final: a length out of range, an unknown kind, a payload that is no JSON object. error() says which.
  Status Next(Frame* out);
  const std::string& error() const { return error_; }
  bool empty() const { return at_ == buffer_.size(); }

 private:
  Status Break(std::string why);

  std::string buffer_;
  size_t at_ = 0;  // first byte not yet given back
  std::string error_;
};

}  // namespace garter

#endif  // GARTER_CONFORMANCE_FRAME_H_
