using System.Security.Cryptography;

namespace Lawyers.Hub.Web.Hosting;

/// <summary>What a browser may do with our answers: no inline script, styles by nonce, no frames, nothing guessed, nothing told to others.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    private static readonly object Nonce = new();

    public static string NonceOf(HttpContext context)
    {
        if (context.Items[Nonce] is not string nonce)
        {
            // Hexadecimal needs no escaping, neither in the header nor in the page.
            nonce = RandomNumberGenerator.GetHexString(32, lowercase: true);
            context.Items[Nonce] = nonce;
        }

        return nonce;
    }

    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(static state => Write((HttpContext)state), context);
        return next(context);
    }

    private static Task Write(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.ContentSecurityPolicy = PolicyOf(context);
        if (context.Request.IsHttps)
        {
            headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        }

        return Task.CompletedTask;
    }

    private static string PolicyOf(HttpContext context)
    {
        var type = context.Response.ContentType ?? "";
        if (context.Request.Path.StartsWithSegments("/swagger", StringComparison.Ordinal))
        {
            return "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";
        }

        if (type.StartsWith("text/html", StringComparison.Ordinal))
        {
            return $"default-src 'self'; script-src 'self'; style-src 'self' 'nonce-{NonceOf(context)}'; img-src 'self' data: blob:; "
                + "font-src 'self'; connect-src 'self'; frame-src 'self' blob:; worker-src 'self'; manifest-src 'self'; object-src 'none'; "
                + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
        }

        // A browser's own viewer of PDF files builds a page around them.
        return type.StartsWith("application/pdf", StringComparison.Ordinal)
            ? "frame-ancestors 'self'"
            : "default-src 'none'; frame-ancestors 'none'";
    }
}
