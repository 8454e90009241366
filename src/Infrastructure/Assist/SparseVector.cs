namespace Lawyers.Hub.Infrastructure.Assist;

/// <summary>A vector of which most values are zero.</summary>
internal readonly record struct SparseVector(int[] Index, double[] Value)
{
    public double Dot(double[] dense)
    {
        var sum = 0.0;
        for (var i = 0; i < Index.Length; i++) sum += Value[i] * dense[Index[i]];
        return sum;
    }

    public void AddTo(double[] dense, double factor)
    {
        for (var i = 0; i < Index.Length; i++) dense[Index[i]] += Value[i] * factor;
    }

    public double SquaredLength()
    {
        var sum = 0.0;
        foreach (var value in Value) sum += value * value;
        return sum;
    }
}
