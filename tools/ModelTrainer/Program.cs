Console.Error.WriteLine("usage: ModelTrainer (language|entities) …");
return 2;
