namespace Lawyers.Hub.Domain.Tenancy;

/// <summary>Who may do what, since when. Names and addresses of staff lie in their accounts, not in the log.</summary>
public abstract record StaffEvent(StaffId Staff) : IDomainEvent;

public sealed record StaffInvited(StaffId Staff) : StaffEvent(Staff);

public sealed record StaffActivated(StaffId Staff) : StaffEvent(Staff);

public sealed record RoleGranted(StaffId Staff, Role Role) : StaffEvent(Staff);

public sealed record RoleRevoked(StaffId Staff, Role Role) : StaffEvent(Staff);

public sealed record StaffSuspended(StaffId Staff) : StaffEvent(Staff);
