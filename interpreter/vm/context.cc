// The context: see context.h.
#include "interpreter/vm/context.h"

#include "interpreter/vm/frames.h"

namespace garter {
namespace {

void SetTables(Vm& vm, const ProgramImage& image) {
  vm.image = &image;
  vm.instructions = image.instructions;
  vm.constants = image.constants;
  vm.codes = image.codes;
  if (vm.image_object.IsUnbound()) {
    vm.global_caches = vm.program_global_caches;
    vm.attribute_caches = vm.program_attribute_caches;
    return;
  }
  CodeImage* object = vm.heap.At<CodeImage>(vm.image_object);
  char* caches = reinterpret_cast<char*>(object) + object->caches;
  vm.global_caches = reinterpret_cast<GlobalCache*>(caches);
  vm.attribute_caches = reinterpret_cast<AttributeCache*>(caches + image.global_count * sizeof(GlobalCache));
}

}  // namespace

void EnterContext(Vm& vm, uint32_t image, uint32_t globals) {
  vm.context = globals | uint64_t{image} << 32;
  vm.globals = Value::Object(Kind::kDict, globals);
  vm.image_object = image == 0 ? kUnbound : Value::Object(Kind::kCodeImage, image);
  SetTables(vm, ImageAt(vm, image));
  vm.pc = vm.instructions;
}

void ReturnToContext(Vm& vm) {
  Value* fp = vm.fp;
  uint32_t pc = 0;
  while (IsNativeFrame(fp)) {
    pc = ReturnPc(fp);
    fp = CallerOf(vm, fp);
  }
  const Function* function = FunctionOf(vm, fp);
  EnterContext(vm, function->image, function->globals);
  vm.pc += pc;
}

int64_t LeaveFrame(Vm& vm) {
  int64_t flags = FlagsOf(vm.fp);
  vm.fp = CallerOf(vm, vm.fp);
  --vm.depth;
  if (flags & FrameFlags::kForeign) ReturnToContext(vm);
  return flags;
}

void RefreshContext(Vm& vm) {
  if (vm.program == nullptr) return;
  // Natives that run again may have left the place of another image there.
  auto place = static_cast<uint64_t>(vm.pc - vm.instructions);
  uint32_t image = vm.image_object.IsUnbound() ? 0 : vm.image_object.handle();
  EnterContext(vm, image, vm.globals.handle());
  if (place <= vm.image->instruction_count) vm.pc += place;
}

}  // namespace garter
