import { useTranslation } from "react-i18next";
import { Badge } from "../ui/Badge";
import { Fetched } from "../ui/Fetched";
import { Grow } from "../ui/Grow";
import { Initials } from "../ui/Initials";
import { Line } from "../ui/Line";
import { Row } from "../ui/Row";
import { Words } from "../ui/Words";
import { useStaff } from "./useAdministration";

export function StaffList() {
  const { t } = useTranslation();
  return (
    <Fetched query={useStaff()} rows={3}>
      {(staff) =>
        staff.map((member) => (
          <Row key={member.id}>
            <Initials name={member.name} />
            <Grow>
              <Words look="strong">{member.name}</Words>
            </Grow>
            <Line gap="tight">
              {member.roles.map((role) => (
                <Badge key={role}>{t(`role.${role}`)}</Badge>
              ))}
            </Line>
          </Row>
        ))
      }
    </Fetched>
  );
}
