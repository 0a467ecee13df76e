// Sizes of objects, inline for the collector, which walks over many.
#ifndef GARTER_INTERPRETER_HEAP_SIZES_H_
#define GARTER_INTERPRETER_HEAP_SIZES_H_

#include "interpreter/base/check.h"
#include "interpreter/heap/object.h"

namespace garter {

// Bytes that an object takes in the heap, header and padding included.
inline uint32_t SizeOfObject(const Object* object) {
  auto rounded = [](uint64_t size) { return static_cast<uint32_t>((size + 7) & ~uint64_t{7}); };
  switch (object->kind()) {
    case Kind::kStr: {
      auto* str = static_cast<const Str*>(object);
      if (str->buffer != 0) return sizeof(Str);
      return rounded(sizeof(Str) + uint64_t{str->length} * static_cast<uint32_t>(str->width()));
    }
    case Kind::kBytes:
      return rounded(sizeof(Bytes) + uint64_t{static_cast<const Bytes*>(object)->length});
    case Kind::kBytesBuffer:
      return rounded(sizeof(BytesBuffer) + uint64_t{static_cast<const BytesBuffer*>(object)->capacity});
    case Kind::kInt:
      return static_cast<uint32_t>(sizeof(Int)) + static_cast<const Int*>(object)->limb_count * 8;
    case Kind::kList:
      return sizeof(List);
    case Kind::kBuffer:
      return static_cast<uint32_t>(sizeof(Buffer)) + static_cast<const Buffer*>(object)->capacity * 8;
    case Kind::kTuple:
      return static_cast<uint32_t>(sizeof(Tuple)) + static_cast<const Tuple*>(object)->count * 8;
    case Kind::kDict:
      return sizeof(Dict);
    case Kind::kDictKeys: {
      auto* keys = static_cast<const DictKeys*>(object);
      return static_cast<uint32_t>(sizeof(DictKeys)) + keys->index_bytes() +
             keys->capacity * static_cast<uint32_t>(sizeof(DictEntry));
    }
    case Kind::kSet:
    case Kind::kFrozenSet:
      return sizeof(Set);
    case Kind::kSetTable:
      return static_cast<uint32_t>(sizeof(SetTable)) +
             (static_cast<const SetTable*>(object)->mask + 1) * static_cast<uint32_t>(sizeof(SetEntry));
    case Kind::kRange:
      return sizeof(Range);
    case Kind::kSlice:
      return sizeof(Slice);
    case Kind::kFunction:
      return static_cast<uint32_t>(sizeof(Function)) + static_cast<const Function*>(object)->cell_count * 8;
    case Kind::kBoundMethod:
      return sizeof(BoundMethod);
    case Kind::kCell:
      return sizeof(Cell);
    case Kind::kGenerator:
    case Kind::kCoroutine:
    case Kind::kAsyncGenerator:
      return static_cast<uint32_t>(sizeof(Generator)) + (static_cast<const Generator*>(object)->register_count + 3) * 8;
    case Kind::kIterator:
      return sizeof(Iterator);
    case Kind::kDictView:
      return sizeof(DictView);
    case Kind::kException:
      return sizeof(Exception);
    case Kind::kComplex:
      return sizeof(Complex);
    case Kind::kPlainObject:
      return sizeof(PlainObject);
    case Kind::kClass:
      return sizeof(Class);
    case Kind::kShape:
      return sizeof(Shape);
    case Kind::kInstance:
      return static_cast<uint32_t>(sizeof(Instance)) + object->aux * 8;
    case Kind::kDescriptor:
      return sizeof(Descriptor);
    case Kind::kFrame:
      return sizeof(Frame);
    case Kind::kTraceback:
      return sizeof(Traceback);
    case Kind::kCode:
      return sizeof(Code);
    case Kind::kModule:
      return sizeof(Module);
    case Kind::kCodeImage:
      return static_cast<const CodeImage*>(object)->size;
    default:
      break;
  }
  CHECK(false);  // not an object: the heap is damaged
  __builtin_unreachable();
}

}  // namespace garter

#endif  // GARTER_INTERPRETER_HEAP_SIZES_H_
