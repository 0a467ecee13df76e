// What an object refers to: the one place that knows every layout's fields (collector, validator, snapshot).
#ifndef GARTER_INTERPRETER_HEAP_REFERENCES_H_
#define GARTER_INTERPRETER_HEAP_REFERENCES_H_

#include "interpreter/code/image.h"
#include "interpreter/heap/heap.h"

namespace garter {

// The image behind the header of a CodeImage.
inline const ProgramImage* ImageIn(const CodeImage* object) {
  return reinterpret_cast<const ProgramImage*>(object + 1);
}

// Calls value(Value*) for each Value field and handle(uint32_t*) for each handle field of `object`.
template <typename V, typename H>
void ForEachReference(Object* object, V value, H handle) {
  auto values = [&](Value* first, uint32_t count) {
    for (uint32_t i = 0; i < count; ++i) value(first + i);
  };
  switch (object->kind()) {
    case Kind::kStr:
      handle(&static_cast<Str*>(object)->buffer);
      break;
    case Kind::kList:
      handle(&static_cast<List*>(object)->buffer);
      break;
    case Kind::kBuffer:
      values(static_cast<Buffer*>(object)->items(), static_cast<Buffer*>(object)->fill);
      break;
    case Kind::kTuple:
      values(static_cast<Tuple*>(object)->items(), static_cast<Tuple*>(object)->count);
      break;
    case Kind::kDict:
      handle(&static_cast<Dict*>(object)->keys);
      break;
    case Kind::kDictKeys: {
      auto* keys = static_cast<DictKeys*>(object);
      DictEntry* entries = keys->entries();
      for (uint32_t i = 0; i < keys->fill; ++i) {
        value(&entries[i].key);
        value(&entries[i].value);
      }
      break;
    }
    case Kind::kSet:
    case Kind::kFrozenSet:
      handle(&static_cast<Set*>(object)->table);
      break;
    case Kind::kSetTable: {
      auto* table = static_cast<SetTable*>(object);
      for (uint32_t i = 0; i <= table->mask; ++i) value(&table->entries()[i].key);
      break;
    }
    case Kind::kRange:
      values(&static_cast<Range*>(object)->start, 4);
      break;
    case Kind::kSlice:
      values(&static_cast<Slice*>(object)->start, 3);
      break;
    case Kind::kCell:
      value(&static_cast<Cell*>(object)->value);
      break;
    case Kind::kBoundMethod:
      values(&static_cast<BoundMethod*>(object)->self, 2);
      break;
    case Kind::kFunction: {
      auto* function = static_cast<Function*>(object);
      handle(&function->defaults);
      handle(&function->kw_defaults);
      handle(&function->attributes);
      handle(&function->globals);
      handle(&function->image);
      values(function->cells(), function->cell_count);
      break;
    }
    case Kind::kGenerator:
    case Kind::kCoroutine:
    case Kind::kAsyncGenerator: {
      auto* generator = static_cast<Generator*>(object);
      values(&generator->function, 6);
      if (generator->state() != GeneratorState::kFinished) values(generator->words(), generator->register_count + 3);
      break;
    }
    case Kind::kIterator:
      values(&static_cast<Iterator*>(object)->source, 3);
      break;
    case Kind::kDictView:
      value(&static_cast<DictView*>(object)->dict);
      break;
    case Kind::kException: {
      auto* exception = static_cast<Exception*>(object);
      handle(&exception->attributes);
      values(&exception->cls, 5);
      break;
    }
    case Kind::kClass: {
      auto* cls = static_cast<Class*>(object);
      values(&cls->name, 9);
      break;
    }
    case Kind::kShape:
      values(&static_cast<Shape*>(object)->cls, 4);
      break;
    case Kind::kInstance: {
      auto* instance = static_cast<Instance*>(object);
      handle(&instance->shape);
      handle(&instance->overflow);
      values(instance->values(), instance->aux);
      break;
    }
    case Kind::kDescriptor:
      values(&static_cast<Descriptor*>(object)->first, 5);
      break;
    case Kind::kFrame:
      value(&static_cast<Frame*>(object)->holder);
      break;
    case Kind::kTraceback: {
      auto* traceback = static_cast<Traceback*>(object);
      handle(&traceback->image);
      handle(&traceback->globals);
      value(&traceback->next);
      break;
    }
    case Kind::kCode:
      handle(&static_cast<Code*>(object)->image);
      break;
    case Kind::kModule:
      handle(&static_cast<Module*>(object)->dict);
      break;
    case Kind::kCodeImage: {
      // The one table of an image that is written after it was made.
      const ProgramImage& image = *ImageIn(static_cast<CodeImage*>(object));
      values(const_cast<Value*>(static_cast<const Value*>(image.constants)), image.constant_count);
      break;
    }
    default:
      break;
  }
}

}  // namespace garter

#endif  // GARTER_INTERPRETER_HEAP_REFERENCES_H_
