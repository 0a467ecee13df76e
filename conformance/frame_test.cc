// Frames survive being cut anywhere; everything malformed is final.
#include "conformance/frame.h"

#include <gtest/gtest.h>

namespace garter {
namespace {

TEST(FrameTest, BytesAreThoseOfTheProtocolPage) {
  std::string expected("\x0b\x00\x00\x00\x43{\"id\":\"a\"}", 15);
  EXPECT_EQ(EncodeFrame(FrameKind::kCase, {{"id", "a"}}), expected);
}

TEST(FrameTest, ComesBackWholeWhenFedByteByByte) {
  std::string bytes = EncodeFrame(FrameKind::kCase, {{"id", "a"}}) + EncodeFrame(FrameKind::kBye, Json::object());
  FrameReader reader;
  std::vector<Frame> frames;
  for (char byte : bytes) {
    reader.Append({&byte, 1});
    Frame frame;
    while (reader.Next(&frame) == FrameReader::Status::kFrame) frames.push_back(frame);
  }
  ASSERT_EQ(frames.size(), 2u);
  EXPECT_EQ(frames[0].payload["id"], "a");
  EXPECT_EQ(frames[1].kind, FrameKind::kBye);
  EXPECT_TRUE(reader.empty());
}

FrameReader::Status StatusOf(std::string_view bytes) {
  FrameReader reader;
  reader.Append(bytes);
  Frame frame;
  FrameReader::Status status = reader.Next(&frame);
  EXPECT_EQ(status == FrameReader::Status::kBroken, !reader.error().empty());
  return status;
}

TEST(FrameTest, RefusesWhatIsMalformed) {
  using Status = FrameReader::Status;
  EXPECT_EQ(StatusOf(std::string_view("\xff\xff\xff\xffO{}", 7)), Status::kBroken);         // too long
  EXPECT_EQ(StatusOf(std::string_view("\x00\x00\x00\x00O{}", 7)), Status::kBroken);         // empty
  EXPECT_EQ(StatusOf(std::string_view("\x03\x00\x00\x00?{}", 7)), Status::kBroken);         // unknown kind
  EXPECT_EQ(StatusOf(std::string_view("\x03\x00\x00\x00O[]", 7)), Status::kBroken);         // no object
  EXPECT_EQ(StatusOf(std::string_view("\x03\x00\x00\x00O{!", 7)), Status::kBroken);         // no JSON
  EXPECT_EQ(StatusOf(std::string_view("\x05\x00\x00\x00O{\"\xff\"", 9)), Status::kBroken);  // no UTF-8
  EXPECT_EQ(StatusOf(std::string_view("\x09\x00\x00\x00O{}", 7)), Status::kNeedMore);
}

TEST(FrameTest, RefusesToEncodeMoreThanAFrameHolds) {
  EXPECT_TRUE(EncodeFrame(FrameKind::kCase, {{"source", std::string(kMaxFrame, 'x')}}).empty());
}

}  // namespace
}  // namespace garter
