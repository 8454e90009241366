using Lawyers.Hub.Domain.Intakes.Definitions;
using Lawyers.Hub.Infrastructure.Intakes;

namespace Lawyers.Hub.Infrastructure.Tests.Intakes;

/// <summary>Each check is shown to bite: the sound definition below has no fault, and one change makes exactly the fault named.</summary>
public class DefinitionReaderTests
{
    private const string Sound = """
        key: mini
        version: 1
        kind: legal_intake
        title: {id: "Mini", en: "Mini"}
        number: {format: "INT-{yyyyMMdd}-{seq:000}"}
        consent: {purposes: [intake, messaging]}
        session: {remindAfter: [PT4H], lapseAfter: P7D, retainLapsed: P30D}
        start: posisi
        questions:
          - id: posisi
            type: choice
            data: personal
            text: {id: "Posisi Anda?", en: "Your position?"}
            options:
              - {value: a, label: {id: "Menagih", en: "I am owed"}}
              - {value: b, label: {id: "Ditagih", en: "I am billed"}}
            next:
              - {when: "posisi == 'a'", to: nilai}
              - {to: info}
          - id: nilai
            type: money
            data: specific
            text: {id: "Berapa?", en: "How much?"}
            validate: {min: 1, max: 1000}
            next: info
          - id: info
            type: info
            text: {id: "Baik.", en: "Fine."}
            next: END
        flags:
          - {id: BIG, when: "nilai >= 500", urgency: high, sla: PT2H, notify: [lawyer]}
        outcome:
          - {result: submitted, route: lawyer, say: {id: "Terima kasih.", en: "Thank you."}}
        """;

    [Fact]
    public void A_sound_definition_has_no_fault() => Faults(Sound).Should().BeEmpty();

    [Theory]
    [InlineData("version: 1", "version: satu", "wrong_kind", 2, null)]
    [InlineData("kind: legal_intake", "kind: legal", "wrong_kind", 3, null)]
    [InlineData("start: posisi", "start: posisi\nscript: rm", "field_unknown", 9, null)]
    [InlineData("    type: money", "    type: gold", "wrong_kind", 21, "nilai")]
    [InlineData("    data: specific\n", "", "field_missing", 20, "nilai")]
    [InlineData("validate: {min: 1,", "validate: {minimum: 1,", "field_unknown", 24, "nilai")]
    [InlineData("min: 1,", "min: banyak,", "wrong_kind", 24, "nilai")]
    [InlineData("urgency: high, ", "", "field_missing", 31, "BIG")]
    [InlineData("sla: PT2H", "sla: 2 jam", "wrong_kind", 31, "BIG")]
    [InlineData("[lawyer]", "[tukang]", "wrong_kind", 31, "BIG")]
    [InlineData("nilai >= 500", "nilai >= ", "expression_invalid", 31, "BIG")]
    [InlineData("nilai >= 500", "hapus(nilai)", "expression_invalid", 31, "BIG")]
    [InlineData("title: {id: \"Mini\", en: \"Mini\"}", "title: Mini", "wrong_kind", 4, null)]
    [InlineData("{yyyyMMdd}-", "{tanggal}-", "number_format", 5, null)]
    [InlineData("start: posisi", "start: &x posisi", "yaml_alias", 8, null)]
    [InlineData("start: posisi", "start: !!python/object posisi", "yaml_tag", 8, null)]
    [InlineData("start: posisi", "start: posisi\nstart: info", "yaml_invalid", 9, null)]
    [InlineData("start: posisi", "start: [[[[[[[[[[[[[[1]]]]]]]]]]]]]]", "yaml_too_deep", 8, null)]
    [InlineData("questions:", "questions: {", "yaml_invalid", null, null)]
    public void What_cannot_be_read_is_a_fault_with_its_line(string part, string instead, string code, int? line, string? about)
    {
        var faults = DefinitionReader.Read(Change(part, instead)).Faults;
        faults.Should().Contain(fault => fault.Code == code && (line == null || fault.Line == line) && fault.Question == about, because: string.Join("\n", faults));
        faults.Should().OnlyContain(fault => fault.Reason.Length > 0 && fault.Line > 0);
    }

    [Theory]
    [InlineData("next: info", "next: tidak_ada", "target_missing", 25, "nilai")]
    [InlineData("start: posisi", "start: tidak_ada", "target_missing", 8, null)]
    [InlineData("next: info", "next: goto:lain", "definition_missing", 25, "nilai")]
    [InlineData("{when: \"posisi == 'a'\", to: nilai}", "{when: \"posisi == 'a'\", to: info}", "question_unreachable", 20, "nilai")]
    [InlineData("next: END", "next: info", "circle_without_answer", 26, "info")]
    [InlineData("next: END", "next: posisi", "path_without_end", 10, "posisi")]
    [InlineData("{to: info}", "{when: \"posisi == 'b'\", to: info}", "next_open", 19, "posisi")]
    [InlineData("{when: \"posisi == 'a'\", to: nilai}", "{to: nilai}", "branch_never_taken", 18, "posisi")]
    [InlineData("- id: nilai", "- id: posisi", "id_not_unique", 20, "posisi")]
    [InlineData("{value: b,", "{value: a,", "id_not_unique", 16, "posisi")]
    [InlineData("{id: \"Berapa?\", en: \"How much?\"}", "{id: \"Berapa?\"}", "language_missing", 23, "nilai")]
    [InlineData("\"Menagih\"", "\"Saya yang menagih uangnya\"", "label_too_long", 15, "posisi")]
    [InlineData("nilai >= 500", "nilay >= 500", "variable_unknown", 31, "BIG")]
    [InlineData("nilai >= 500", "info == 1", "variable_unknown", 31, "BIG")]
    [InlineData("notify: [lawyer]", "notify: []", "flag_notifies_nobody", 31, "BIG")]
    [InlineData("{result: submitted,", "{when: \"nilai > 1\", result: submitted,", "outcome_open", 33, null)]
    [InlineData("start: posisi", "start: posisi\napprover: paralegal", "approver_not_lawyer", 9, null)]
    [InlineData("number: {format: \"INT-{yyyyMMdd}-{seq:000}\"}\n", "", "number_missing", null, null)]
    [InlineData("[intake, messaging]", "[]", "consent_missing", 6, null)]
    [InlineData("lapseAfter: P7D", "lapseAfter: PT1H", "session_times", 7, null)]
    [InlineData("kind: legal_intake", "kind: complaint", "ticket_missing", null, null)]
    [InlineData("type: choice", "type: text", "options_unused", 15, "posisi")]
    [InlineData("type: info", "type: choice\n    data: plain", "options_missing", 26, "info")]
    [InlineData("{min: 1, max: 1000}", "{min: today}", "rule_misplaced", 24, "nilai")]
    [InlineData("{min: 1, max: 1000}", "{maxFiles: 2}", "rule_misplaced", 24, "nilai")]
    [InlineData("{min: 1, max: 1000}", "{minRef: posisi}", "reference_unknown", 24, "nilai")]
    [InlineData("flags:", "derive:\n  - {id: x, fn: exec, args: [nilai]}\nflags:", "function_unknown", 31, "x")]
    [InlineData("flags:", "derive:\n  - {id: x, fn: age_days, args: [nilai]}\nflags:", "arguments_wrong", 31, "x")]
    [InlineData("flags:", "derive:\n  - {id: x, fn: age_days, args: [nilai, y]}\nflags:", "variable_unknown", 31, "x")]
    [InlineData("flags:", "derive:\n  - {id: x, fn: bands, args: [nilai, [{below: 3, value: a}, {below: 1, value: b}, {value: c}]]}\nflags:", "arguments_wrong", 31, "x")]
    public void What_may_not_run_is_a_fault_with_its_line(string part, string instead, string code, int? line, string? about)
    {
        var faults = Faults(Change(part, instead));
        faults.Should().Contain(fault => fault.Code == code && (line == null || fault.Line == line) && fault.Question == about, because: string.Join("\n", faults));
    }

    [Fact]
    public void Texts_labels_and_options_fit_into_messages()
    {
        Faults(Change("\"Berapa?\"", $"\"{new string('x', 1025)}\"")).Should().ContainSingle(fault => fault.Code == "text_too_long" && fault.Line == 23);
        Faults(Change("{value: b, label: {id: \"Ditagih\", en: \"I am billed\"}}", Options(2, 11))).Should().ContainSingle(fault => fault.Code == "too_many_options");
        Faults(Change("{value: b, label: {id: \"Ditagih\", en: \"I am billed\"}}", Options(2, 5).Replace("L2", new string('L', 24), StringComparison.Ordinal)))
            .Should().BeEmpty("a list of four to ten rows takes 24 characters");
        Faults(Change("{value: b, label: {id: \"Ditagih\", en: \"I am billed\"}}", $"{{value: b, label: {{id: b, en: b}}, description: {{id: {new string('d', 73)}, en: d}}}}"))
            .Should().ContainSingle(fault => fault.Code == "description_too_long");

        static string Options(int first, int last) => string.Join(
            "\n      - ", Enumerable.Range(first, last - first + 1).Select(n => $"{{value: v{n}, label: {{id: L{n}, en: L{n}}}}}"));
    }

    [Fact]
    public void A_complaint_may_name_another_approver_and_its_ticket_must_hold_together()
    {
        var complaint = Change("kind: legal_intake", "kind: complaint\napprover: paralegal\nticket:\n  states: [baru, selesai]\n  open: baru\n  transitions:\n    - {from: baru, to: selesai, by: [paralegal], note: required, notify: client}");
        Faults(complaint).Should().BeEmpty();
        Faults(complaint.Replace("to: selesai", "to: hilang", StringComparison.Ordinal)).Should().ContainSingle(fault => fault.Code == "ticket_state_unknown");
    }

    [Fact]
    public void A_source_that_is_too_long_or_no_mapping_is_refused()
    {
        DefinitionReader.Read(new string('#', 300_000)).Faults.Should().ContainSingle(fault => fault.Code == "source_too_long");
        DefinitionReader.Read("").Faults.Should().NotBeEmpty();
        DefinitionReader.Read("- a\n- b").Faults.Should().Contain(fault => fault.Code == "wrong_kind");
        DefinitionReader.Read("key: x\n---\nkey: y").Faults.Should().ContainSingle(fault => fault.Code == "yaml_invalid");
    }

    private static IReadOnlyList<DefinitionFault> Faults(string source)
    {
        var read = DefinitionReader.Read(source);
        return read.Faults.Count > 0 ? read.Faults : PublishChecks.Of(read.Definition!, new HashSet<string> { "mini" }, read.Lines);
    }

    private static string Change(string part, string instead)
    {
        var at = Sound.IndexOf(part, StringComparison.Ordinal);
        at.Should().BeGreaterThanOrEqualTo(0, because: $"'{part}' is in the definition");
        return Sound[..at] + instead + Sound[(at + part.Length)..];
    }
}
