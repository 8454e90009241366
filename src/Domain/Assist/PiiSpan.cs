namespace Lawyers.Hub.Domain.Assist;

/// <summary>The kinds of personal data that never leave the firm in clear.</summary>
public enum PiiType { Person, Phone, Nik, Kk, Npwp, Email, Passport, Plate, BankAccount, Address, DateOfBirth }

/// <summary>Personal data in a text, in UTF-16 code units; <paramref name="End"/> is exclusive.</summary>
public readonly record struct PiiSpan(int Start, int End, PiiType Type)
{
    public int Length => End - Start;

    public bool Overlaps(PiiSpan other) => Start < other.End && other.Start < End;
}
