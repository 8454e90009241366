namespace Lawyers.Hub.Infrastructure.Assist;

internal static class Softmax
{
    public static double[] Of(double[] scores)
    {
        var highest = scores.Max();
        var exponentials = Array.ConvertAll(scores, score => Math.Exp(score - highest));
        var sum = exponentials.Sum();
        return Array.ConvertAll(exponentials, value => value / sum);
    }
}
