using Newswire.Collector;
using Newswire.ServiceDefaults;
using Newswire.ServiceDefaults.Health;

var builder = WebApplication.CreateBuilder(args);
builder.AddNewswire(newswire => newswire.AddCollector());

var app = builder.Build();
app.MapPipelineHealth();
await app.RunAsync();
