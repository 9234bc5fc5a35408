using Newswire.PipelineBench;

return await BenchOptions.Command(options => new BenchRun(options).RunAsync()).Parse(args).InvokeAsync();
