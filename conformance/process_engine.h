// An engine behind CAP/1: keeps one worker alive, sends cases ahead as far as the adapter's window allows, keeps the
// deadlines, and turns every way of failing into an observation, so that no case is ever answered by silence.
//
// Not thread-safe: each runner thread has its own.
#ifndef GARTER_CONFORMANCE_PROCESS_ENGINE_H_
#define GARTER_CONFORMANCE_PROCESS_ENGINE_H_

#include <deque>
#include <string>
#include <vector>

#include "conformance/engine.h"
#include "conformance/frame.h"
#include "conformance/worker_process.h"

namespace garter {

class ProcessEngine : public Engine {
 public:
  explicit ProcessEngine(AdapterConfig config) : config_(std::move(config)) {}
  ~ProcessEngine() override { Stop(); }

  const Json& Hello() override;
  const std::string& error() const override { return error_; }
  std::vector<Observation> Run(const std::vector<const Case*>& cases) override;
  Observation RunAlone(const Case& test) override;
  Observation RunCanary(const Case& test, const std::string& kind) override;

  // Ids of the cases that the present worker ran before; a crash that needs company is told from one that does not.
  const std::vector<std::string>& session() const { return session_; }

 private:
  struct Meter {
    double start = 0;  // when the case became the oldest outstanding one
    double cpu = 0;
    double rss = 0;
  };

  struct Batch {
    const std::vector<const Case*>* cases;
    std::vector<Observation> answers;  // in order; its size is the index of the oldest outstanding case
    size_t sent = 0;
    std::string canary;  // not empty: send this kind of CANARY instead of CASE
    const Case& oldest() const { return *(*cases)[answers.size()]; }
    bool done() const { return answers.size() == cases->size(); }
    bool outstanding() const { return sent > answers.size(); }
  };

  bool EnsureWorker();
  bool ReadHello();
  void Stop();
  void SendAhead(Batch* batch);
  void SendOne(Batch* batch);
  // A source that no frame holds goes ahead in pieces, and the engine says when it has them all, so that the way does
  // not count as the case's time.
  void SendPieces(const Case& test, Json* payload);
  // Waits for the next answer of the batch; on any failure makes one up and drops the worker.
  void Await(Batch* batch);
  void AnswerHost(Batch* batch, const Json& call);
  void Accept(Batch* batch, Frame frame);
  void Fail(Batch* batch, const std::string& outcome, std::string detail, int signal);
  void RunBatch(Batch* batch);
  void StartMeter();
  Json ReadMeter(const Observation& observation);
  double Allowance(const Case& test) const;

  AdapterConfig config_;
  WorkerProcess worker_;
  FrameReader reader_;
  Json hello_;
  std::string error_;
  size_t window_ = 1;
  Meter meter_;
  std::vector<std::string> session_;
};

}  // namespace garter

#endif  // GARTER_CONFORMANCE_PROCESS_ENGINE_H_
