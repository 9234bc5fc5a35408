using Newswire.Pipeline.BrokerTests.Broker;
using Newswire.Pipeline.BrokerTests.Rig;

namespace Newswire.Pipeline.BrokerTests;

public sealed class The_topology_on_the_local_broker(LocalBroker broker) : TopologyContract(broker);

public sealed class The_flow_on_the_local_broker(LocalBroker broker) : FlowContract(broker);

public sealed class When_a_message_is_poison_on_the_local_broker(LocalBroker broker) : PoisonContract(broker);

public sealed class When_work_fails_on_the_local_broker(LocalBroker broker) : RedeliveryContract(broker);

public sealed class When_a_queue_is_full_on_the_local_broker(LocalBroker broker) : BackpressureContract(broker);

public sealed class When_a_translation_engine_hangs_on_the_local_broker(LocalBroker broker) : HungEngineContract(broker);

public sealed class When_the_client_is_stuck_on_the_local_broker(LocalBroker broker) : RenewalContract(broker);
