using System.Globalization;
using System.Text.Json;
using Lawyers.Hub.Application.Conversations;
using Lawyers.Hub.Application.Privacy;
using Lawyers.Hub.Domain.Conversations;
using Lawyers.Hub.Domain.Intakes.Definitions;

namespace Lawyers.Hub.Application.Tests.Lives;

/// <summary>A person with a phone: reads what comes, answers now, later or never, and writes of their own accord.</summary>
internal sealed class LivingClient
{
    private static readonly string[] Openings = ["Selamat siang", "Halo, saya mau tanya", "Kakak saya ditahan polisi", "Lapor!", "Good afternoon", "P", "lapor"];

    private static readonly string[] Words =
        ["STATUS", "status", "PETUGAS", "KEMBALI", "ULANG", "BATAL", "DATA SAYA", "ENGLISH", "BAHASA INDONESIA", "HAPUS DATA", "LAPOR"];

    private static readonly string[] Thoughts =
    [
        "Baik, terima kasih", "Apakah sudah ada kabar?", "Saya sudah kirim berkasnya kemarin", "Kapan sidangnya?", "Terima kasih banyak Bu",
        "Saya bingung harus bagaimana", "Tolong hubungi saya", "Besok saya ke kantor jam 10",
    ];

    private static readonly string[] Kinds = ["image", "sticker", "audio", "document", "location", "contacts", "unsupported", "reaction", "video", "poll_of_the_future"];

    private readonly Life _life;
    private readonly double _agrees;
    private readonly double _leaves;
    private readonly double _withdraws;
    private readonly bool _isOwl;
    private readonly bool _presses;
    private readonly List<string> _written = [];
    private TakenMessage? _read;
    private bool _isReacting;

    private LivingClient(Life life, string number, ConversationId conversation)
    {
        (_life, Number, Conversation) = (life, number, conversation);
        (_agrees, _leaves, _withdraws) = (life.Happens(0.12) ? 0.1 : 0.95, life.Chance.NextDouble() * 0.12, life.Happens(0.2) ? 0.15 : 0.005);
        (_isOwl, _presses) = (life.Happens(0.15), life.Happens(0.7));
        life.After(TimeSpan.FromDays(11) * life.Chance.NextDouble(), Begins);
    }

    public string Number { get; }

    public ConversationId Conversation { get; }

    public static async Task<LivingClient> Lives(Life life, int index)
    {
        var (office, number) = (life.Office, string.Create(CultureInfo.InvariantCulture, $"62812{index:D7}"));
        var client = (await office.Identities.Resolve(office.Tenant, new WhatsAppIdentity(number, null), life.Now, CancellationToken.None)).Client;
        return new LivingClient(life, number, ConversationStream.Between(office.Channel, client));
    }

    /// <summary>A message has come; sooner or later it is answered.</summary>
    public void Reads(TakenMessage taken)
    {
        _read = taken;
        if (!_isReacting)
        {
            _isReacting = true;
            var busy = _life.Happens(_leaves) ? TimeSpan.FromHours(5) : TimeSpan.Zero;
            _life.After(TimeSpan.FromSeconds(5) + busy + _life.Soon(TimeSpan.FromMinutes(12)), Reacts);
        }
    }

    private async Task Begins()
    {
        if (IsAsleep(out var wakes))
        {
            _life.At(wakes, Begins);
            return;
        }

        await Types(_life.One(Openings));
        NextThought();
    }

    private void NextThought() => _life.After(TimeSpan.FromHours(2) + (TimeSpan.FromDays(2.5) * _life.Chance.NextDouble()), async () =>
    {
        if (!IsAsleep(out _))
        {
            await Thinks();
        }

        NextThought();
    });

    private Task Thinks() => _life.Chance.Next(20) switch
    {
        0 or 1 => Types(_life.Happens(_withdraws) ? "BERHENTI" : _life.One(Words)),
        2 => Sends(Message(_life.One(Kinds), text: _life.Happens(0.5) ? "👍" : null)),
        3 when _written.Count > 0 => Sends(Message("edit", text: "Maksud saya besok", refersTo: _written[^1]) with { Subtype = "text" }),
        4 when _written.Count > 0 => Sends(Message("revoke", refersTo: _written[^1])),
        5 when _written.Count > 0 => Sends(Message("reaction", text: "🙏", refersTo: _life.One(_written))),
        6 when _read is { } read => Sends(Message("text", text: _life.One(Thoughts)) with { ContextWamid = read.Wamid }),
        7 => Types(_life.One(Openings)),
        8 => TypesInPieces("Saya mau", "tanya lagi", "soal berkas saya"),
        _ => Types(_life.One(Thoughts)),
    };

    private Task Reacts()
    {
        if (IsAsleep(out var wakes))
        {
            _life.At(wakes, Reacts);
            return Task.CompletedTask;
        }

        _isReacting = false;
        if (_read is not { } read || _life.Happens(_leaves))
        {
            return Task.CompletedTask;
        }

        if (_life.Happens(_withdraws / 10))
        {
            return Types("BERHENTI");
        }

        if (_life.Happens(0.03))
        {
            return Types(_life.One(Words));
        }

        return read.Type == "interactive" ? Chooses(read.Message.GetProperty("interactive").GetProperty("action")) : Answers();
    }

    private Task Chooses(JsonElement action)
    {
        var options = action.TryGetProperty("buttons", out var buttons)
            ? buttons.EnumerateArray().Select(button => button.GetProperty("reply")).ToArray()
            : [.. action.GetProperty("sections").EnumerateArray().SelectMany(section => section.GetProperty("rows").EnumerateArray())];
        var choice = options[0].GetProperty("id").GetString()!.StartsWith("consent/", StringComparison.Ordinal)
            ? options[_life.Happens(_agrees) ? 0 : 1]
            : _life.One(options);
        var (id, title) = (choice.GetProperty("id").GetString()!, choice.GetProperty("title").GetString()!);
        return _presses
            ? Sends(Message("interactive", title, new IncomingChoice(id, title)))
            : _life.Happens(0.05) ? Types("hmm entahlah") : Types(title);
    }

    private Task Answers()
    {
        if (_life.Books.Of(Conversation).Asked is not { } asked)
        {
            return _life.Happens(0.3) ? Types(_life.One(Thoughts)) : Task.CompletedTask;
        }

        return asked.Type switch
        {
            QuestionType.LongText when _life.Happens(0.3) => TypesInPieces("Kakak saya dibawa polisi", "dari rumah kemarin siang", "sampai sekarang belum pulang"),
            QuestionType.Media when _life.Happens(0.4) => Sends(Message("image") with
            {
                Media = new IncomingMedia($"media-{Number}-{_written.Count}", "image/jpeg", null, null, Voice: false),
            }),
            QuestionType.Location when _life.Happens(0.5) => Sends(Message("location") with { Location = new IncomingLocation(-6.91, 107.6, null, null) }),
            var type => Types(AnswerOf(type)),
        };
    }

    private string AnswerOf(QuestionType type) => type switch
    {
        QuestionType.YesNo => _life.One(["ya", "tidak"]),
        QuestionType.Text => string.Create(CultureInfo.InvariantCulture, $"{_life.One(["Siti", "Bambang", "Rahma", "Agus", "Dewi"])} {_life.One(["Sutrisno", "Wulandari", "Hidayat"])} {Number[^3..]}"),
        QuestionType.LongText => "Kakak saya dibawa polisi dari rumah kemarin siang dan belum pulang",
        QuestionType.Integer => _life.One(["1", "2", "3"]),
        QuestionType.Decimal => "10,5",
        QuestionType.Money => _life.One(["5 juta", "Rp750.000"]),
        QuestionType.Date => _life.One(["12/05/2025", "3 Januari 2024"]),
        QuestionType.DateTime => "kemarin jam 2 siang",
        QuestionType.Phone => "081234567890",
        QuestionType.Region => _life.One(["Sleman", "Kota Bandung"]),
        QuestionType.Location => "Jl. Melati No. 15, Kota Bandung",
        QuestionType.Media => "LEWATI",
        _ => "1",
    };

    private Task Types(string text) => Sends(Message("text", text));

    private async Task TypesInPieces(params string[] pieces)
    {
        await Types(pieces[0]);
        for (var piece = 1; piece < pieces.Length; piece++)
        {
            var text = pieces[piece];
            _life.After(TimeSpan.FromSeconds(1.5 * piece), () => Types(text));
        }
    }

    private async Task Sends(IncomingMessage message)
    {
        _written.Add(message.Wamid);
        if (message.Type is not ("reaction" or "revoke" or "unsupported"))
        {
            _life.Meta.Hears(Number, message.SentAt);
        }

        if (_life.Happens(0.08))
        {
            _life.After(_life.Soon(TimeSpan.FromHours(1)), () => _life.Hand(message)); // Meta repeats itself
        }

        if (_life.Happens(0.03))
        {
            _life.After(_life.Soon(TimeSpan.FromHours(3)), () => _life.Hand(message with { ReceivedAt = _life.Now })); // comes late, with its own time
            return;
        }

        await _life.Hand(message);
    }

    private IncomingMessage Message(string type, string? text = null, IncomingChoice? choice = null, string? refersTo = null) => new(
        _life.Office.Channel, new WhatsAppIdentity(Number, null), string.Create(CultureInfo.InvariantCulture, $"wamid.{Number}-{_written.Count + 1}"), type,
        _life.Now, _life.Now, text, choice, RefersTo: refersTo);

    private bool IsAsleep(out DateTimeOffset wakes)
    {
        var local = _life.Now.ToOffset(TimeSpan.FromHours(7));
        var isNight = local.Hour is >= 22 or < 6;
        wakes = _life.Now + TimeSpan.FromMinutes(30) + _life.Soon(TimeSpan.FromHours(4));
        return isNight && !_isOwl;
    }
}
