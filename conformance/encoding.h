// Bytes in JSON: text if they are UTF-8, else base64; and SHA-256, which names cases, sources and page scripts.
#ifndef GARTER_CONFORMANCE_ENCODING_H_
#define GARTER_CONFORMANCE_ENCODING_H_

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "conformance/json.h"

namespace garter {

// Strict: no surrogates, no overlong forms, nothing past U+10FFFF.
bool IsUtf8(std::string_view bytes);

std::string Base64Encode(std::string_view bytes);
// False on anything but canonical base64 with padding.
bool Base64Decode(std::string_view text, std::string* out);

// A JSON string, or {"b64": "..."}; and back. BytesFromJson answers false for any other shape.
Json BytesToJson(std::string_view bytes);
bool BytesFromJson(const Json& value, std::string* out);

std::array<uint8_t, 32> Sha256(std::string_view bytes);
std::string Sha256Hex(std::string_view bytes);

}  // namespace garter

#endif  // GARTER_CONFORMANCE_ENCODING_H_
