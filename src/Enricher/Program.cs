using Newswire.Enricher;
using Newswire.ServiceDefaults;
using Newswire.ServiceDefaults.Health;

var builder = WebApplication.CreateBuilder(args);
builder.Configuration.AddNewswireEnvironment();
builder.AddNewswire(newswire => newswire.AddEnricher().AnnounceTranslators()).ServeHealth();

var app = builder.Build();
app.MapPipelineHealth();
await app.RunAsync();
