// Instances: where their attributes are. See Shape in heap/object.h.
#include "interpreter/types/dict.h"
#include "interpreter/vm/classes.h"
#include "interpreter/vm/protocols.h"

namespace garter {
namespace {

Shape* ShapeOf(Vm& vm, const Instance* instance) { return vm.heap.At<Shape>(instance->shape); }
bool IsDictionary(const Shape* shape) { return (shape->aux & Shape::kDictionary) != 0; }
Value DictOf(const Instance* instance) { return Value::Object(Kind::kDict, instance->overflow); }

// The link of the chain that adds `name`, or null. Names are mostly one object.
Shape* FindLink(Vm& vm, Shape* shape, Value name) {
  for (Shape* at = shape; at->count > 0; at = vm.heap.At<Shape>(at->parent)) {
    if (at->name == name) return at;
  }
  for (Shape* at = shape; at->count > 0; at = vm.heap.At<Shape>(at->parent)) {
    if (vm.StrEquals(at->name, name)) return at;
  }
  return nullptr;
}

uint32_t IndexOf(Vm& vm, const Shape* link) { return ClassAt(vm, link->cls)->fixed + link->count - 1; }

// The shape that adds `name` to `shape`. Null: no room.
Shape* Following(Vm& vm, Shape* shape, Value name) {
  Value following = shape->following;
  uint32_t count = 0;
  if (following.IsObject()) {
    Tuple* known = vm.heap.At<Tuple>(following);
    count = known->count;
    for (uint32_t k = 0; k < count; ++k) {
      Shape* next = vm.heap.At<Shape>(known->items()[k]);
      if (next->name == name || vm.StrEquals(next->name, name)) return next;
    }
  }
  Tuple* tuple = vm.heap.Allocate<Tuple>(Kind::kTuple, sizeof(Tuple) + (uint64_t{count} + 1) * 8);
  Shape* made = tuple == nullptr ? nullptr : vm.heap.New<Shape>(Kind::kShape);
  if (made == nullptr) return nullptr;
  made->id = vm.next_shape_id++;
  made->count = shape->count + 1;
  made->cls = shape->cls;
  made->parent = vm.heap.ValueOf(shape);
  made->name = name;
  made->following = kNone;
  tuple->count = count + 1;
  tuple->unused = 0;
  for (uint32_t k = 0; k < count; ++k) tuple->items()[k] = vm.heap.At<Tuple>(following)->items()[k];
  tuple->items()[count] = vm.heap.ValueOf(made);
  vm.heap.Store(shape, &shape->following, vm.heap.ValueOf(tuple));
  return made;
}

void SetShape(Vm& vm, Instance* instance, Shape* shape) {
  vm.heap.StoreHandle(instance, &instance->shape, shape);
  instance->shape_id = shape->id;
}

// The class's shape for instances whose attributes are in a Dict. Null: no room.
Shape* DictionaryShape(Vm& vm, Value cls) {
  Class* c = ClassAt(vm, cls);
  if (c->dictionary.IsObject()) return vm.heap.At<Shape>(c->dictionary);
  Shape* made = vm.heap.New<Shape>(Kind::kShape, Shape::kDictionary);
  if (made == nullptr) return nullptr;
  made->id = vm.next_shape_id++;
  made->count = 0;
  made->cls = cls;
  made->parent = made->name = made->following = kNone;
  vm.heap.Store(c, &c->dictionary, vm.heap.ValueOf(made));
  return made;
}

// All attributes go into a Dict, which is theirs from now on. False: no room.
bool BecomeDictionary(Vm& vm, Value v, Value dict) {
  Instance* instance = vm.heap.At<Instance>(v);
  Shape* shape = ShapeOf(vm, instance);
  Shape* dictionary = DictionaryShape(vm, shape->cls);
  if (dictionary == nullptr) return false;
  uint32_t fixed = ClassAt(vm, shape->cls)->fixed;
  for (uint32_t k = fixed; k < instance->aux; ++k) instance->values()[k] = kUnbound;
  vm.heap.StoreHandle(instance, &instance->overflow, vm.heap.At<Object>(dict));
  SetShape(vm, instance, dictionary);
  return true;
}

// A new Dict with the attributes. Unbound: no room.
Value DictOfAttributes(Vm& vm, Value v) {
  Instance* instance = vm.heap.At<Instance>(v);
  Shape* links[Shape::kMaxAttributes];
  uint32_t count = ShapeOf(vm, instance)->count, k = count;
  for (Shape* at = ShapeOf(vm, instance); at->count > 0; at = vm.heap.At<Shape>(at->parent)) links[--k] = at;
  Value dict = vm.NewDict();
  if (dict.IsUnbound()) return dict;
  for (k = 0; k < count; ++k) {
    if (!vm.DictSetStr(dict, links[k]->name, *AttributeSlot(vm, instance, IndexOf(vm, links[k])))) return kUnbound;
  }
  return dict;
}

}  // namespace

Value NewInstance(Vm& vm, Value cls) {
  Class* c = ClassAt(vm, cls);
  uint32_t capacity = c->capacity;
  Instance* instance = vm.heap.Allocate<Instance>(Kind::kInstance, sizeof(Instance) + uint64_t{capacity} * 8,
                                                  static_cast<uint16_t>(capacity));
  if (instance == nullptr) return kUnbound;
  instance->shape = c->root.handle();
  instance->shape_id = vm.heap.At<Shape>(c->root)->id;
  instance->overflow = instance->serial = 0;
  for (uint32_t k = 0; k < capacity; ++k) instance->values()[k] = kUnbound;
  return vm.heap.ValueOf(instance);
}

Value InstanceGet(Vm& vm, Value v, Value name) {
  Instance* instance = vm.heap.At<Instance>(v);
  Shape* shape = ShapeOf(vm, instance);
  if (IsDictionary(shape)) return vm.DictGetStr(DictOf(instance), name);
  Shape* link = FindLink(vm, shape, name);
  return link == nullptr ? kUnbound : *AttributeSlot(vm, instance, IndexOf(vm, link));
}

bool InstanceSet(Vm& vm, Value v, Value name, Value value) {
  Instance* instance = vm.heap.At<Instance>(v);
  Shape* shape = ShapeOf(vm, instance);
  if (IsDictionary(shape)) return vm.DictSetStr(DictOf(instance), name, value);
  if (Shape* link = FindLink(vm, shape, name); link != nullptr) {
    uint32_t index = IndexOf(vm, link);
    Object* holder = index < instance->aux ? static_cast<Object*>(instance) : vm.heap.At<Object>(instance->overflow);
    vm.heap.Store(holder, AttributeSlot(vm, instance, index), value);
    return true;
  }
  if (shape->count == Shape::kMaxAttributes) {
    Value dict = DictOfAttributes(vm, v);
    if (dict.IsUnbound() || !vm.DictSetStr(dict, name, value)) return false;
    return BecomeDictionary(vm, v, dict);
  }
  Class* cls = ClassAt(vm, shape->cls);
  uint32_t index = cls->fixed + shape->count;
  if (index >= instance->aux) {
    uint32_t wanted = index - instance->aux + 1;
    Buffer* old = instance->overflow == 0 ? nullptr : vm.heap.At<Buffer>(instance->overflow);
    if (old == nullptr || old->capacity < wanted) {
      uint32_t capacity = wanted + wanted / 2 + 2;
      Buffer* buffer = vm.heap.Allocate<Buffer>(Kind::kBuffer, sizeof(Buffer) + uint64_t{capacity} * 8);
      if (buffer == nullptr) return false;
      buffer->capacity = capacity;
      buffer->fill = wanted - 1;
      for (uint32_t k = 0; k + 1 < wanted; ++k) buffer->items()[k] = old->items()[k];
      vm.heap.StoreHandle(instance, &instance->overflow, buffer);
    }
    // The next instances have room for it.
    if (index < 32 && cls->capacity <= index) cls->capacity = index + 1;
  }
  Shape* next = Following(vm, shape, name);
  if (next == nullptr) return false;
  if (index >= instance->aux) {
    Buffer* buffer = vm.heap.At<Buffer>(instance->overflow);
    buffer->fill = index - instance->aux + 1;
    vm.heap.Store(buffer, buffer->items() + buffer->fill - 1, value);
  } else {
    vm.heap.Store(instance, instance->values() + index, value);
  }
  SetShape(vm, instance, next);
  return true;
}

Step InstanceDelete(Vm& vm, Value v, Value name) {
  Value own = InstanceGet(vm, v, name);
  if (own.IsUnbound()) return Step::Done(own);
  Value dict = InstanceDict(vm, v);
  if (dict.IsUnbound()) return vm.NoRoom();
  Value removed = kUnbound;
  Step step = DictDelete(vm, dict, name, &removed);
  return step.done() ? Step::Done(removed) : step;
}

Value InstanceDict(Vm& vm, Value v) {
  Instance* instance = vm.heap.At<Instance>(v);
  if (IsDictionary(ShapeOf(vm, instance))) return DictOf(instance);
  Value dict = DictOfAttributes(vm, v);
  if (dict.IsUnbound() || !BecomeDictionary(vm, v, dict)) return kUnbound;
  return dict;
}

bool MoveToClass(Vm& vm, Value v, Value cls) {
  if (v.IsObject(Kind::kException)) {
    Exception* exception = vm.heap.At<Exception>(v);
    vm.heap.Store(exception, &exception->cls, cls);
    return true;
  }
  Value dict = InstanceDict(vm, v);
  Shape* shape = dict.IsUnbound() ? nullptr : DictionaryShape(vm, cls);
  if (shape == nullptr) return false;
  SetShape(vm, vm.heap.At<Instance>(v), shape);
  return true;
}

bool SetInstanceDict(Vm& vm, Value v, Value dict) { return BecomeDictionary(vm, v, dict); }

}  // namespace garter
