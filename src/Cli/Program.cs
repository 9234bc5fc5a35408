using Newswire.Cli;

return await NewswireCommand.RunAsync(args);
