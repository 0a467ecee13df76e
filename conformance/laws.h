// Laws of limits: what must hold of any program, whatever it does, so that no oracle is needed to judge it.
//
//   repeat       a second run in the same worker answers the same, with the same fuel and memory (I6)
//   enough_fuel  with exactly the fuel that a run used, it ends in the same way
//   less_fuel    with one unit less it ends in the fuel limit
//   half_fuel    with half of it, too, and what it wrote is a prefix of what it wrote before
//   less_output  with a cap one byte below what it writes it ends in the output limit, with a prefix
//   more_memory  with twice the memory it ends in the same way, with the same fuel
//
// A law that is broken is an ESCAPE of the case "law/<law>/<id of the program>".
#ifndef GARTER_CONFORMANCE_LAWS_H_
#define GARTER_CONFORMANCE_LAWS_H_

#include <deque>
#include <vector>

#include "conformance/engine.h"
#include "conformance/runner.h"

namespace garter {

// Checks all laws on one program. `store` keeps the cases that the results point to.
std::vector<CaseResult> CheckLaws(const Case& program, Engine* subject, std::deque<Case>* store);

}  // namespace garter

#endif  // GARTER_CONFORMANCE_LAWS_H_
