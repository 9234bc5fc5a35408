namespace Newswire.Enricher.Entities;

/// <summary>How a word is written where its place does not decide: what tells a name from a noun in a headline in capitals.</summary>
internal enum WordHabit
{
    Unknown = 0,
    Small = 1,
    Either = 2,
    Capital = 3,
}
