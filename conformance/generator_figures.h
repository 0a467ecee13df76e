// How rich the generated programs of a run were, and what became of them: printed after every run that generates, kept in
// the run's record. A generator that grew poor shows here before anything else shows it.
#ifndef GARTER_CONFORMANCE_GENERATOR_FIGURES_H_
#define GARTER_CONFORMANCE_GENERATOR_FIGURES_H_

#include <string>
#include <vector>

#include "conformance/json.h"
#include "conformance/runner.h"

namespace garter {

// Null when no program was generated. Else `programs`, `statements_mean`, `lines_mean` (of output), `kinds` (of nodes that
// occur), `rarest` and `rarest_count`, `distinct_shapes`, `uncaught_percent`, `uncaught_types`, `ended_percent`.
Json GeneratorFigures(const std::vector<CaseResult>& results);

// One line for the terminal.
std::string FiguresText(const Json& figures);

}  // namespace garter

#endif  // GARTER_CONFORMANCE_GENERATOR_FIGURES_H_
