using System.Text;
using System.Xml.Linq;
using Lawyers.Hub.Infrastructure.Privacy;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;

namespace Lawyers.Hub.Infrastructure.Tenancy;

/// <summary>Seals the keys of session cookies with the master key: whoever copies the database can forge no session.</summary>
public sealed class SessionKeySeal(IMasterKeys master) : IXmlEncryptor
{
    internal const string Context = "session-keys";

    // The framework's contract is synchronous, and asked for once in ninety days.
    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var plain = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var box = master.Wrap(plain, Context, CancellationToken.None).GetAwaiter().GetResult();
        return new EncryptedXmlInfo(new XElement("sealed", Convert.ToBase64String(box)), typeof(SessionKeyOpener));
    }
}

/// <summary>Made by the framework, which hands over the container.</summary>
public sealed class SessionKeyOpener(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement)
    {
        var master = services.GetRequiredService<IMasterKeys>();
        var plain = master.Unwrap(Convert.FromBase64String(encryptedElement.Value), SessionKeySeal.Context, CancellationToken.None).GetAwaiter().GetResult();
        return XElement.Parse(Encoding.UTF8.GetString(plain));
    }
}
