using Newswire.Archiver;
using Newswire.ServiceDefaults;
using Newswire.ServiceDefaults.Health;

var builder = WebApplication.CreateBuilder(args);
builder.Configuration.AddNewswireEnvironment();
builder.AddNewswire(newswire => newswire.AddArchive().AddArchiver()).ServeHealth();

var app = builder.Build();
app.MapPipelineHealth();
await app.RunAsync();
