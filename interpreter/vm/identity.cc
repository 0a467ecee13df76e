// id(v): the number that belongs to an object, as an int.
#include "interpreter/types/function_rows.h"
#include "interpreter/types/hashing.h"

namespace garter {

Step IdentityOf(Vm& vm, Value v) {
  uint64_t identity = 0;
  if (!IdentityOf(vm, v, &identity)) return vm.NoRoom();
  Value number = vm.NewUnsigned(identity);
  return number.IsUnbound() ? vm.NoRoom() : Step::Done(number);
}

}  // namespace garter
